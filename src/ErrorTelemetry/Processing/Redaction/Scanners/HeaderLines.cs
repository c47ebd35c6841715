namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Headers that were written one below the other: there a plain word is a value, too.</summary>
internal static class HeaderLines
{
    private const int MinChars = 6;
    private const int MinWordChars = 8;
    private const int MaxNameChars = 40;

    /// <param name="text">The text.</param>
    /// <param name="nameStart">Where the header's name starts.</param>
    /// <param name="span">The value.</param>
    /// <param name="detector">What kind of header it is.</param>
    public static bool Hold(ReadOnlySpan<char> text, int nameStart, in ValueSpan span, Detector detector)
    {
        if (span.Length < MinChars || span.WordsFollow || !StartsLine(text, nameStart)) return false;
        var value = text[span.Start..span.End];
        if (value.ContainsAnyInRange('0', '9') && value.ContainsAnyInRange('a', 'z')) return true;
        return span.Length >= MinWordChars && detector.Id == "authorization" && IsHeaderBelow(text, span.End);
    }

    private static bool StartsLine(ReadOnlySpan<char> text, int at) =>
        at == 0 || text[at - 1] == '\n' || (text[at - 1] == ' ' && text[..at].TrimEnd(' ').EndsWith("\n"));

    private static bool IsHeaderBelow(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i < text.Length && i < at + 2 && text[i] is '\r' or '\n') i++;
        var start = i;
        while (i < text.Length && i - start < MaxNameChars && (char.IsAsciiLetter(text[i]) || text[i] == '-')) i++;
        return start > at && i > start && i + 1 < text.Length && text[i] == ':' && text[i + 1] == ' ';
    }
}
