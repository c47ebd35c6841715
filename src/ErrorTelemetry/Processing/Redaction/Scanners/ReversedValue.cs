namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>A value that stands before its name: <c>"v" == password</c>, <c>"v".equals(password)</c>, <c>v is the password</c>.</summary>
internal static class ReversedValue
{
    private const int MaxValueChars = 256;
    private const int MinQuotedChars = 4;
    private const int MinBareChars = 8;

    public static bool TryFind(ReadOnlySpan<char> text, int nameStart, int nameEnd, Detector detector, out Found found)
    {
        found = default;
        if (nameStart < MinQuotedChars) return false;
        if (PairReader.TryValueBefore(text, nameStart, out var span))
        {
            found = new Found(span.Start, span.End, detector);
            return true;
        }

        var end = SkipBlanksBack(text, nameStart);
        if (text[end - 1] == '=') end = SkipComparison(text, end);
        else if (text[end - 1] == '(') end = SkipCall(text, end - 1);
        else return nameStart != end && TryProse(text, end, nameEnd, detector, out found);
        if (end <= 0 || text[end - 1] is not ('"' or '\'' or '`')) return false;
        var close = end - 1;
        while (close > 0 && end - close < 4 && text[close - 1] == '\\') close--;
        var quote = text[close..end];
        var window = text[Math.Max(0, close - MaxValueChars)..close];
        var open = window.LastIndexOf(quote);
        if (open < 0) return false;
        var value = window[(open + quote.Length)..];
        if (value.Length < MinQuotedChars || value.ContainsAny('\n', '\r') || value.Contains(" && ", StringComparison.Ordinal) || value.Contains(" || ", StringComparison.Ordinal) || !ValueJudge.MayBeValue(value)) return false;
        found = new Found(close - value.Length, close, detector);
        return true;
    }

    /// <summary>Behind the quote before <c>==</c>, <c>===</c>, <c>!=</c> or <c>!==</c>; 0 where none stands there.</summary>
    private static int SkipComparison(ReadOnlySpan<char> text, int end)
    {
        var i = end;
        while (i > 0 && end - i < 3 && text[i - 1] == '=') i--;
        if (i > 0 && text[i - 1] == '!') i--;
        return end - i < 2 ? 0 : SkipBlanksBack(text, i);
    }

    /// <summary>Behind the quote before <c>.equals</c> or one of its relatives; 0 where none stands there.</summary>
    private static int SkipCall(ReadOnlySpan<char> text, int end)
    {
        var i = end;
        while (i > 0 && end - i < 24 && char.IsAsciiLetter(text[i - 1])) i--;
        return i > 1 && text[i - 1] == '.' && CallReader.IsComparer(text[i..end]) ? i - 1 : 0;
    }

    private static bool TryProse(ReadOnlySpan<char> text, int end, int nameEnd, Detector detector, out Found found)
    {
        found = default;
        var before = text[Math.Max(0, end - 8)..end];
        var link = 0;
        foreach (var words in Links)
        {
            if (before.EndsWith(words)) link = words.Length;
        }

        if (link == 0 || nameEnd < text.Length && (char.IsLetterOrDigit(text[nameEnd]) || text[nameEnd] is '_' or '-')) return false;
        var stop = end - link;
        var start = stop;
        while (start > 0 && stop - start < MaxValueChars && text[start - 1] > ' ') start--;
        while (start < stop && text[start] is '"' or '\'' or '`' or '(' or '#' or ';' or '/' or '*' or ':') start++;
        while (stop > start && text[stop - 1] is '"' or '\'' or '`' or ')') stop--;
        if (!Randomness.LooksSecret(text[start..stop], MinBareChars) || !text[start..stop].ContainsAnyInRange('0', '9') || !ValueJudge.MayBeValue(text[start..stop])) return false;
        found = new Found(start, stop, detector);
        return true;
    }

    private static readonly string[] Links = [" is the", " is my", " is your", " is our", " as the"];

    private static int SkipBlanksBack(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i > 1 && at - i < 4 && text[i - 1] == ' ') i--;
        return i;
    }
}
