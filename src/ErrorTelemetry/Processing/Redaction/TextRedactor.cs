namespace ErrorTelemetry.Processing.Redaction;

/// <summary>Removes secrets and personal data from the texts of a report. Immutable and thread-safe; linear in the length of the text.</summary>
internal sealed class TextRedactor(RedactionOptions options)
{
    /// <summary>A removal can bring a further one to light (a name's value now ends where a token stood); after this many rounds the rest stays.</summary>
    private const int MaxRounds = 4;

    // Late: a host that starts has nothing to redact yet. Made twice if two threads need it at once, which does no harm.
    private RedactionRules Rules => field ??= new RedactionRules(options);

    /// <summary>Returns the text with every secret replaced by <c>[redacted:kind]</c>; the same instance where nothing was found.</summary>
    public string Redact(string text, RedactionCounts counts)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var scan = new RedactionScan(text, Rules, counts);
            if (scan.Run() is not { } cleaned) return text;
            text = scan.Repeated is { } named ? Repeats.Remove(cleaned, named, counts) : cleaned;
        }

        return text;
    }

    /// <summary>An address without user, query values and fragment: <c>https://host/path?key=</c>. Secrets in the path go as everywhere.</summary>
    public string RedactUrl(string url, RedactionCounts counts) => UrlRedactor.Redact(url, this, Rules, counts);

    /// <summary>Whether the name alone can tell that a value is a secret.</summary>
    public bool IsSensitive(string name) => NamedValueRedactor.DetectorOf(name, Rules) is not null;

    /// <summary>A value whose name is known, such as a tag's: behind a sensitive name the whole value goes.</summary>
    public string RedactValue(string name, string value, RedactionCounts counts) => NamedValueRedactor.Redact(name, value, this, Rules, counts);
}
