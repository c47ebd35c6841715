namespace ErrorTelemetry.Processing.Truncation;

/// <summary>Cuts texts to their limits.</summary>
internal static class TextTruncator
{
    private const string Ellipsis = "…";

    /// <summary>The text in at most <paramref name="limit"/> UTF-16 units, ending in <c>…</c> where it was cut; never splits a surrogate pair.</summary>
    public static string Truncate(string text, int limit)
    {
        if (text.Length <= limit)
            return text;
        var keep = limit - Ellipsis.Length;
        if (keep > 0 && char.IsHighSurrogate(text[keep - 1]))
            keep--;
        return string.Concat(text.AsSpan(0, keep), Ellipsis);
    }

    /// <summary>Cuts every text of a report.</summary>
    public static ErrorReport Truncate(ErrorReport report) => ReportTexts.Map(report, default(Mapper));

    private readonly struct Mapper : ITextMapper
    {
        public string Map(TextField field, string text) => Truncate(text, TextLimits.Of(field));

        public string MapTagValue(string name, string value) => Truncate(value, TextLimits.Of(TextField.TagValue));
    }
}
