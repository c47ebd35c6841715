namespace ErrorTelemetry.Processing.Redaction;

/// <summary>Removes secrets and personal data from the texts of a report. Immutable and thread-safe; linear in the length of the text.</summary>
internal sealed class TextRedactor(RedactionOptions options)
{
    /// <summary>A removal can bring a further one to light (a name's value now ends where a token stood); after this many rounds the rest stays.</summary>
    private const int MaxRounds = 4;

    private readonly RedactionRules _rules = new(options);

    /// <summary>Returns the text with every secret replaced by <c>[redacted:kind]</c>; the same instance where nothing was found.</summary>
    public string Redact(string text, RedactionCounts counts)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var scan = new RedactionScan(text, _rules, counts);
            if (scan.Run() is not { } cleaned) return text;
            text = cleaned;
        }

        return text;
    }

    /// <summary>An address without user, query values and fragment: <c>https://host/path?key=</c>. Secrets in the path go as everywhere.</summary>
    public string RedactUrl(string url, RedactionCounts counts) => UrlRedactor.Redact(url, this, _rules, counts);

    /// <summary>Whether the name alone can tell that a value is a secret.</summary>
    public bool IsSensitive(string name) => NamedValueRedactor.DetectorOf(name, _rules) is not null;

    /// <summary>A value whose name is known, such as a tag's: behind a sensitive name the whole value goes.</summary>
    public string RedactValue(string name, string value, RedactionCounts counts) => NamedValueRedactor.Redact(name, value, this, _rules, counts);
}
