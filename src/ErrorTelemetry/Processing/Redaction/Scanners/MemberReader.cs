namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>The further members between a name and its value: <c>"name": "session", "path": "/", "value": "…"</c>, as archives of requests and collections of them have pairs.</summary>
internal static class MemberReader
{
    private const int MaxMembers = 8;
    private const int MaxChars = 512;

    /// <summary>Where the value of the next member called <c>value</c> starts, over plain members only.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the first member behind the name starts.</param>
    /// <param name="valueStart">The value's start.</param>
    public static bool TryFindValue(ReadOnlySpan<char> text, int at, out int valueStart)
    {
        var window = text[..Math.Min(text.Length, at + MaxChars)];
        var i = at;
        valueStart = at;
        for (var members = 0; members < MaxMembers; members++)
        {
            i = SkipMember(window, i);
            if (i < 0) return false;
            i = OperatorReader.SkipBlanks(window, i, lines: true);
            if (PairReader.IsValueWord(window, i, out valueStart)) return true;
        }

        return false;
    }

    /// <summary>Behind the comma of <c>"path": "/",</c> or <c>"expires": null,</c>; -1 at anything else.</summary>
    private static int SkipMember(ReadOnlySpan<char> text, int at)
    {
        var i = SkipQuoted(text, at);
        if (i < 0) return -1;
        i = OperatorReader.SkipBlanks(text, i, lines: false);
        if (i >= text.Length || text[i] != ':') return -1;
        i = OperatorReader.SkipBlanks(text, i + 1, lines: false);
        var quoted = SkipQuoted(text, i);
        if (quoted > 0) i = quoted;
        else while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '.' or '-')) i++;
        i = OperatorReader.SkipBlanks(text, i, lines: true);
        return i < text.Length && text[i] == ',' ? i + 1 : -1;
    }

    /// <summary>Behind the closing quote, or -1.</summary>
    private static int SkipQuoted(ReadOnlySpan<char> text, int at)
    {
        var open = OperatorReader.SkipQuote(text, at);
        if (open == at) return -1;
        var close = text[open..].IndexOf(text[at..open]);
        return close < 0 ? -1 : open + close + open - at;
    }
}
