using System.Collections.Frozen;

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
        return span.Length >= MinWordChars && detector.Id is "authorization" or "cookie" && HeaderBelow(text, span.End) is { Length: > 0 } header
            && (detector.Id == "authorization" || Headers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(header));
    }

    private static bool StartsLine(ReadOnlySpan<char> text, int at) =>
        at == 0 || text[at - 1] == '\n' || (text[at - 1] == ' ' && text[..at].TrimEnd(' ').EndsWith("\n"));

    /// <summary>Headers that stand beside a cookie and are no word of a sentence about one.</summary>
    private static readonly FrozenSet<string> Headers = "accept accept-encoding accept-language authorization cache-control connection content-length content-type dnt host if-none-match if-modified-since origin pragma referer sec-fetch-mode sec-fetch-site set-cookie user-agent x-forwarded-for x-request-id x-requested-with".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of the header on the next line; empty where none stands there.</summary>
    private static ReadOnlySpan<char> HeaderBelow(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i < text.Length && i < at + 2 && text[i] is '\r' or '\n') i++;
        var start = i;
        while (i < text.Length && i - start < MaxNameChars && (char.IsAsciiLetter(text[i]) || text[i] == '-')) i++;
        return start > at && i + 1 < text.Length && text[i] == ':' && text[i + 1] == ' ' ? text[start..i] : default;
    }
}
