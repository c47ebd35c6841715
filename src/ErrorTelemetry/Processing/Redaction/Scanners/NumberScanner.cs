namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Asks the scanners of numbers that can begin with a run of digits, by its length and the sign behind it: no two of them take the same text.</summary>
internal static class NumberScanner
{
    /// <param name="text">The text.</param>
    /// <param name="start">Where the run starts.</param>
    /// <param name="end">Behind the run.</param>
    /// <param name="found">The number, over its groups.</param>
    public static bool TryFind(ReadOnlySpan<char> text, int start, int end, out Found found)
    {
        found = default;
        var length = end - start;
        var sign = end < text.Length ? text[end] : '\0';
        var grouped = IsGap(sign) && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]);
        if (length <= 3 && sign == '.' && DigitScanner.TryIpv4(text, start, out found)) return true;
        if (length <= 3 && sign == '-' && grouped && DigitScanner.TryDashedIpv4(text, start, out found)) return true;
        if ((length >= 12 || (length is 4 or 6 && CardGapAt(text, end) > 0)) && DigitScanner.TryCard(text, start, out found)) return true;
        if (length >= 2 && text[start] == '0' && (PhoneScanner.TryZeroPrefix(text, start, out found) || (grouped && length >= 3 && PhoneScanner.TryNational(text, start, out found)))) return true;
        if (grouped && length == 3) return DigitScanner.TrySsn(text, start, out found) || PhoneScanner.TryUsForm(text, start, out found);
        return length == 1 && text[start] == '1' && (grouped || (sign == ' ' && end + 1 < text.Length && text[end + 1] == '(')) && PhoneScanner.TryUsForm(text, start, out found);
    }

    /// <summary>How many characters part two groups of a card's number here, also in forms and names of files: <c>4539%205787</c>, <c>4539+5787</c>, <c>4539_5787</c>. 0 where none do.</summary>
    public static int CardGapAt(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length) return 0;
        if (IsGap(text[at]) || text[at] is '+' or '_' or '/') return 1;
        return text[at] == '%' && (text[at..].StartsWith("%20") || text[at..].StartsWith("%2D", StringComparison.OrdinalIgnoreCase)) ? 3 : 0;
    }

    /// <summary>What stands between the groups of a number; the blanks and hyphens that break no line, too.</summary>
    public static bool IsGap(char c) => c is ' ' or '-' or '.' or '\u00a0' or '\u202f' or '\u2007' or '\u2011' or '\u2013';
}
