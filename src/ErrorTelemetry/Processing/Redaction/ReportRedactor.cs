namespace ErrorTelemetry.Processing.Redaction;

/// <summary>Applies the built-in detectors and the host's own to every text of a report.</summary>
internal sealed class ReportRedactor
{
    /// <summary>A text that was cut before and shrank below this may have its cut end inside what is kept…</summary>
    private const int SafeChars = 48 * 1024;

    /// <summary>…where a token cut in half would match nothing; so this much of its end goes.</summary>
    private const int UnsafeTailChars = 512;

    private readonly TextRedactor _builtIn;
    private readonly IErrorRedactor[] _custom;
    private readonly CleanTexts _clean = new();

    public ReportRedactor(TextRedactor builtIn, IEnumerable<IErrorRedactor> custom)
    {
        _builtIn = builtIn;
        _custom = [.. custom];
    }

    /// <summary>The report without secrets and personal data.</summary>
    /// <remarks>Throws what a redactor of the host throws: the pipeline then discards the event.</remarks>
    public ErrorReport Redact(ErrorReport report, RedactionCounts counts) => ReportTexts.Map(report, new Mapper(this, counts));

    /// <summary>Whether an id that must be kept as it is looks like a secret itself.</summary>
    /// <remarks>A UUID is random by design: digits in it that read like a number of something mean nothing, and no event may be lost for them.</remarks>
    public bool IsSecret(string id) => !Guid.TryParseExact(id, "D", out _) && !string.Equals(_builtIn.Redact(id, new RedactionCounts()), id, StringComparison.Ordinal);

    private static string CutRaw(string text) => text.Length <= ErrorLimits.RawTextChars ? text : text[..ErrorLimits.RawTextChars];

    private string RedactText(string text, RedactionCounts counts)
    {
        if (_clean.Has(text))
            return text;
        var redacted = _builtIn.Redact(text, counts);
        if (ReferenceEquals(redacted, text))
            _clean.Add(text);
        return redacted;
    }

    private string Finish(string raw, string redacted, RedactionCounts counts)
    {
        foreach (var redactor in _custom)
            redacted = redactor.Redact(redacted, counts);
        return raw.Length > ErrorLimits.RawTextChars && redacted.Length < SafeChars
            ? redacted[..Math.Max(0, redacted.Length - UnsafeTailChars)]
            : redacted;
    }

    private readonly struct Mapper(ReportRedactor owner, RedactionCounts counts) : ITextMapper
    {
        public string Map(TextField field, string text)
        {
            var cut = CutRaw(text);
            var redacted = field switch
            {
                TextField.Url => owner._builtIn.RedactUrl(cut, counts),
                // Each is another one: remembering them would only drive out what comes again.
                TextField.SessionId or TextField.CorrelationId or TextField.PageId => owner._builtIn.Redact(cut, counts),
                _ => owner.RedactText(cut, counts),
            };
            return owner.Finish(text, redacted, counts);
        }

        public string MapTagValue(string name, string value)
        {
            var cut = CutRaw(value);
            var redacted = owner._builtIn.IsSensitive(name) ? owner._builtIn.RedactValue(name, cut, counts) : owner.RedactText(cut, counts);
            return owner.Finish(value, redacted, counts);
        }
    }
}
