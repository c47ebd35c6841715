namespace ErrorTelemetry.Processing.Redaction;

/// <summary>Letters that belong to an escape before a word, not to the word.</summary>
internal static class Escapes
{
    /// <summary>Behind a terminal's color code, whose last letter is not the next word's first.</summary>
    public static int ColorEnd(ReadOnlySpan<char> text, int at)
    {
        var i = at + 1;
        while (i < text.Length && i < at + 12 && (char.IsAsciiDigit(text[i]) || text[i] == ';')) i++;
        return i < text.Length && char.IsAsciiLetter(text[i]) ? i + 1 : at + 1;
    }

    /// <summary>How many characters at the start of a word belong to an escape before it: <c>\n</c>, <c>\u003d</c>, <c>%3D</c>, <c>\x1b[31m</c>.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int start)
    {
        if (start == 0) return 0;
        if (text[start - 1] == '%') return start + 2 < text.Length && char.IsAsciiHexDigit(text[start]) && char.IsAsciiHexDigit(text[start + 1]) ? 2 : 0;
        if (text[start - 1] != '\\') return 0;
        return text[start] switch
        {
            'n' or 'r' or 't' or 'b' or 'f' => 1,
            'u' when start + 5 < text.Length => 5,
            'x' when start + 3 < text.Length => 3,
            _ => 0,
        };
    }

    /// <summary>The character that a number or a path has before it, seen through an escape: a line end for <c>\n</c>, a blank for <c>%20</c>. A blank at the text's start.</summary>
    public static char Before(ReadOnlySpan<char> text, int at)
    {
        if (at == 0) return ' ';
        var before = text[at - 1];
        if (at > 1 && text[at - 2] == '\\' && before is 'n' or 'r' or 't') return '\n';
        if (at > 2 && text[at - 3] == '%' && char.IsAsciiHexDigit(before) && char.IsAsciiHexDigit(text[at - 2])) return Decode(text[(at - 2)..at]);
        return at > 5 && text[at - 6] == '\\' && text[at - 5] == 'u' ? Decode(text[(at - 4)..at]) : before;
    }

    private static char Decode(ReadOnlySpan<char> hex) =>
        ushort.TryParse(hex, System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var code) ? (char)code : ' ';
}
