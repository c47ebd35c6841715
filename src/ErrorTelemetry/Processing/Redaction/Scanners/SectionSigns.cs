namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Signs that a quad of numbers counts the sections of a document: <c>§ 7.1.1.1</c>, <c>&lt;h4&gt;7.1.1.1 Date Formats</c>.</summary>
internal static class SectionSigns
{
    private const int LongestTag = 96;
    private const int LargestSection = 30;

    /// <summary>Whether such a sign stands right before the quad.</summary>
    public static bool IsBefore(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i > 0 && at - i < 2 && text[i - 1] is ' ' or '\u00a0') i--;
        if (i == 0) return false;
        return text[i - 1] == '§' || (text[i - 1] == '>' && IsHeading(text[..(i - 1)]) && IsTitled(text[at..]));
    }

    /// <summary>Whether the text ends in the start of a heading: <c>&lt;h4</c>, <c>&lt;h4 id="dates"</c>.</summary>
    private static bool IsHeading(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestTag) text = text[^LongestTag..];
        var open = text.LastIndexOf('<');
        return open >= 0 && text.Length - open > 2 && text[open + 1] is 'h' or 'H' && text[open + 2] is >= '1' and <= '6' && (text.Length - open == 3 || text[open + 3] == ' ');
    }

    /// <summary>Whether small numbers and a title follow; <c>&lt;h1&gt;10.0.0.7&lt;/h1&gt;</c> heads the page of a host.</summary>
    private static bool IsTitled(ReadOnlySpan<char> rest)
    {
        var number = 0;
        for (var i = 0; i < rest.Length; i++)
        {
            var c = rest[i];
            if (char.IsAsciiDigit(c))
            {
                number = (number * 10) + c - '0';
                if (number > LargestSection) return false;
            }
            else if (c == '.')
            {
                number = 0;
            }
            else
            {
                return c is ' ' or '\u00a0' && i + 1 < rest.Length && char.IsUpper(rest[i + 1]);
            }
        }

        return false;
    }
}
