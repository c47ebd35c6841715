using ErrorTelemetry.Processing.Redaction;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>
/// Redaction with every detector on, whatever the host has switched off: only then does a text that still holds a value group with one that
/// does not. What it returns is hashed and shown as a component, never stored as a message.
/// </summary>
internal static class FullRedaction
{
    private static readonly TextRedactor s_redactor = new(new RedactionOptions());

    public static string Apply(string text) => s_redactor.Redact(text, new RedactionCounts());
}
