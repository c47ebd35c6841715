namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Phone numbers: <c>+49 30 123456</c>, <c>+1 (555) 010-9999</c>, <c>(555) 010-9999</c>; <c>555-010-9999</c> only behind a word such as <c>phone</c>.</summary>
internal static class PhoneScanner
{
    private const int MaxChars = 26;

    public static bool TryInternational(ReadOnlySpan<char> text, int plus, out Found found)
    {
        found = default;
        if (plus + 1 >= text.Length || text[plus + 1] is < '1' or > '9') return false;
        if (plus > 0 && (char.IsAsciiLetterOrDigit(text[plus - 1]) || text[plus - 1] is '+' or '/' or '_' or '.' or ')' or ']' or '=')) 
        {
            // Only "tel=+1…" and its like: in base64 and in sums a plus sign stands between letters or digits.
            if (text[plus - 1] != '=') return false;
        }

        if (!ReadNumber(text, plus + 1, out var end, out var digits, out var signs)) return false;
        if (digits is < 8 or > 15 || (signs == 0 && digits < 10 && !ContextWords.Before(text, plus, ContextWords.Phone))) return false;
        found = new Found(plus, end, DetectorTable.Phone);
        return true;
    }

    public static bool TryUsForm(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        var paren = text[at] == '(';
        var i = paren ? at + 1 : at;
        if (!Digits(text, ref i, 3) || text[i - 3] < '2') return false;
        if (paren && (i >= text.Length || text[i++] != ')')) return false;
        if (i < text.Length && text[i] is ' ' or '-' or '.') i++;
        else if (!paren) return false;
        if (!Digits(text, ref i, 3) || i >= text.Length || text[i] is not ('-' or '.' or ' ')) return false;
        i++;
        if (!Digits(text, ref i, 4)) return false;
        if (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || (text[i] is '-' or '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))) return false;
        if (at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '.' or '_')) return false;
        if (!paren && !ContextWords.Before(text, at, ContextWords.Phone)) return false;
        found = new Found(at, i, DetectorTable.Phone);
        return true;
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
                digits++;
                end = i + 1;
            }
            else if (c is ' ' or '-' or '.' or '(' or ')' or '\u00a0' or '/')
            {
                if (i - end >= 2) break;
                signs++;
            }
            else break;
        }

        return end >= text.Length || !(char.IsAsciiLetter(text[end]) || text[end] is '_' or '=' or '/' or '+' || (text[end] == ':' && digits <= 4) || (text[end] == '%' && digits < 8));
    }
}
