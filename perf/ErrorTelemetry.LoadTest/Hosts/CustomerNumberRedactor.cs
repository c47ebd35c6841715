namespace ErrorTelemetry.Hosts;

/// <summary>A redactor as a host might have one.</summary>
internal sealed class CustomerNumberRedactor : IErrorRedactor
{
    private const string Prefix = "customer-no-";

    public string Redact(string text, RedactionCounts counts)
    {
        if (!text.Contains(Prefix, StringComparison.Ordinal))
            return text;
        counts.Add("customer-number");
        return text.Replace(Prefix, "[redacted:customer-number]", StringComparison.Ordinal);
    }
}
