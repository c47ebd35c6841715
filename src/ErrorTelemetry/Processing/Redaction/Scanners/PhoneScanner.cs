namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Phone numbers: <c>+49 30 123456</c>, <c>0049 30 123456</c>, <c>(555) 010-9999</c>, <c>555-410-9999</c>; in national forms behind a word such as <c>phone</c>.</summary>
internal static class PhoneScanner
{
    private const int MaxChars = 26;

    /// <summary>Longest gap of escaped signs: <c>)%20(</c>.</summary>
    private const int MaxEscapedGap = 9;

    /// <param name="text">The text.</param>
    /// <param name="plus">Where the plus sign, or its escape, starts.</param>
    /// <param name="length">The sign's length: 1, or that of <c>%2B</c>.</param>
    /// <param name="found">The number, with its sign.</param>
    public static bool TryInternational(ReadOnlySpan<char> text, int plus, int length, out Found found)
    {
        found = default;
        var first = plus + length;
        if (first + 1 >= text.Length || (text[first] == '(' ? text[first + 1] : text[first]) is < '1' or > '9') return false;
        var before = Escapes.Before(text, plus);
        // Not "=": "tel=+1…". In base64 and in sums a plus sign stands between letters or digits.
        var isForm = length == 3 && before == '+'; // name+%2B49…: a blank, and a plus sign
        if (char.IsAsciiLetterOrDigit(before) || (before == '+' && !isForm) || before is '_' or '.' or ')' or ']') return false;

        if (!ReadNumber(text, first, out var end, out var digits, out var signs) && !(isForm && text[end] == '+')) return false;
        if (before == '/' && digits < 9) return false; // in Base64
        if (digits is < 7 or > 15 || ((digits < 8 || (signs == 0 && digits < 9)) && !ContextWords.Before(text, plus, ContextWords.Phone))) return false;
        found = new Found(plus, end, DetectorTable.Phone);
        return true;
    }

    /// <summary><c>0049 30 123456</c>: with a country's number behind two zeros. A number padded with zeros has no blanks.</summary>
    public static bool TryZeroPrefix(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        if (at + 3 >= text.Length || text[at] != '0' || text[at + 1] != '0') return false;
        var start = text[at + 2] is ' ' or '-' ? at + 3 : at + 2;
        var before = Escapes.Before(text, at);
        if (text[start] is < '1' or > '9' || char.IsAsciiLetterOrDigit(before) || before is '-' or '.' or '_' or ':' or '+' || (at > 1 && text[at - 1] == ' ' && char.IsAsciiDigit(text[at - 2]))) return false;
        if (!ReadNumber(text, start, out var end, out var digits, out var signs)) return false;
        if (digits is < 8 or > 15 || ((signs < 2 || digits < 9) && !ContextWords.Before(text, at, ContextWords.Phone))) return false;
        found = new Found(at, end, DetectorTable.Phone);
        return true;
    }

    /// <summary><c>call me at 07700-900-123</c>: a national number in groups, somewhere behind a word such as <c>call</c>. A date has two digits first.</summary>
    public static bool TryNational(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        var before = Escapes.Before(text, at);
        if (text[at + 1] == '0' || char.IsAsciiLetterOrDigit(before) || before is '-' or '.' or '_' or ':' or '+' or '/') return false;
        if (!ReadNumber(text, at, out var end, out var digits, out var signs) || digits is < 10 or > 12 || signs is 0 or > 4) return false;
        var separator = '\0';
        foreach (var c in text[at..end])
        {
            if (char.IsAsciiDigit(c)) continue;
            if (separator != '\0' && separator != c) return false;
            separator = c;
        }

        if (!NumberScanner.IsGap(separator) || separator == '.' || !ContextWords.Before(text, at, ContextWords.Phone)) return false;
        found = new Found(at, end, DetectorTable.Phone);
        return true;
    }

    /// <summary>What a word such as <c>phone</c> calls a number, in whatever form: <c>(030) 123 45 67</c>, <c>06 12 34 56 78</c>, <c>5551231234</c>.</summary>
    public static bool TryNamed(ReadOnlySpan<char> text, int at, NameOperator op, out Found found)
    {
        found = default;
        var start = op == NameOperator.Element ? at : OperatorReader.SkipQuote(text, at);
        if (start >= text.Length || !(char.IsAsciiDigit(text[start]) || (text[start] is '(' or '+' && start + 1 < text.Length && char.IsAsciiDigit(text[start + 1])))) return false;
        if (!ReadNumber(text, start, out var end, out var digits, out var signs) || digits is < 6 or > 15) return false;
        if (op == NameOperator.Blank && IsVersion(text[start..end])) return false; // Windows Phone 10.0.13333.0
        if (op == NameOperator.Blank && digits < 10 && !(digits >= 7 && (signs > 0 || text[start] == '0'))) return false;
        if (end < text.Length && text[end] is '.' or '-' or ':' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1])) return false;
        found = new Found(start, end, DetectorTable.Phone);
        return true;
    }

    /// <summary>Dots between groups of which one is a single digit: no country writes its numbers so.</summary>
    private static bool IsVersion(ReadOnlySpan<char> number)
    {
        if (number.Count('.') < 2 || number.ContainsAny(' ', '-')) return false;
        for (var i = 2; i < number.Length; i++)
        {
            if (number[i - 2] == '.' && (number[i] == '.' || i == number.Length)) return true;
        }

        return number[^2] == '.';
    }

    public static bool TryUsForm(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        var i = at;
        if (text[at] == '1' && at + 2 < text.Length && text[at + 1] is ' ' or '-' or '.') i = at + 2;
        var paren = text[i] == '(';
        if (paren) i++;
        if (!Digits(text, ref i, 3) || text[i - 3] < '2') return false;
        if (paren && (i >= text.Length || text[i++] != ')')) return false;
        if (i < text.Length && text[i] is ' ' or '-' or '.') i++;
        else if (!paren) return false;
        if (!Digits(text, ref i, 3) || i >= text.Length || text[i] is not ('-' or '.' or ' ')) return false;
        var dashes = text[i] is '-' or '.' && text[i - 4] == text[i] && text[i - 3] >= '2'; // 555.410.9999: no version has four digits behind three and three
        i++;
        if (!Digits(text, ref i, 4)) return false;
        i = ExtensionEnd(text, i);
        if (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || (text[i] is '-' or '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))) return false;
        var before = Escapes.Before(text, at);
        if (char.IsAsciiLetterOrDigit(before) || before is '-' or '.' or '_') return false;
        if (!paren && !dashes && !ContextWords.Before(text, at, ContextWords.Phone)) return false;
        found = new Found(at, i, DetectorTable.Phone);
        return true;
    }

    /// <summary>Behind an extension: <c>555-0134x285</c>.</summary>
    private static int ExtensionEnd(ReadOnlySpan<char> text, int end)
    {
        const int MaxDigits = 6;
        if (end + 1 >= text.Length || text[end] is not ('x' or 'X') || !char.IsAsciiDigit(text[end + 1])) return end;
        var i = end + 1;
        while (i < text.Length && i - end <= MaxDigits && char.IsAsciiDigit(text[i])) i++;
        return i < text.Length && char.IsAsciiLetterOrDigit(text[i]) ? end : i;
    }

    private static bool Digits(ReadOnlySpan<char> text, ref int i, int count)
    {
        for (var k = 0; k < count; k++, i++)
        {
            if (i >= text.Length || !char.IsAsciiDigit(text[i])) return false;
        }

        return true;
    }

    private static bool ReadNumber(ReadOnlySpan<char> text, int at, out int end, out int digits, out int signs)
    {
        (digits, signs, end) = (0, 0, at);
        var limit = Math.Min(text.Length, at + MaxChars);
        for (var i = at; i < limit; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                if (i > end) signs++;
                digits++;
                end = i + 1;
            }
            else if (c == '%' && i + 2 < limit && text[i + 1] == '2' && text[i + 2] is '0' or '8' or '9' or 'D' or 'd' && digits > 0)
            {
                i += 2; // an escaped blank or bracket
                limit = Math.Min(text.Length, limit + 2);
                if (i - end >= MaxEscapedGap) break;
            }
            else if (NumberScanner.IsGap(c) || c is '(' or ')' or '/')
            {
                if (i - end >= 3 || (i - end == 2 && c is not ('(' or ' '))) break;
            }
            else break;
        }

        end = ExtensionEnd(text, end);
        return end >= text.Length || !(char.IsAsciiLetter(text[end]) || text[end] is '_' or '=' or '/' or '+' || (text[end] == ':' && digits <= 4) || (text[end] == '%' && digits < 8));
    }
}
