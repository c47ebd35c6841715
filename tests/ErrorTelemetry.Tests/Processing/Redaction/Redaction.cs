namespace ErrorTelemetry.Processing.Redaction;

/// <summary>Short ways to redact in tests.</summary>
internal static class Redaction
{
    private static readonly TextRedactor Default = new(new RedactionOptions());

    public static string Of(string text) => Default.Redact(text, new RedactionCounts());

    public static (string Text, IReadOnlyDictionary<string, int> Counts) Counted(string text)
    {
        var counts = new RedactionCounts();
        return (Default.Redact(text, counts), counts.ToDictionary());
    }

    public static TextRedactor Without(params string[] detectors)
    {
        var options = new RedactionOptions();
        foreach (var id in detectors) options.DisabledDetectors.Add(id);
        return new TextRedactor(options);
    }
}
