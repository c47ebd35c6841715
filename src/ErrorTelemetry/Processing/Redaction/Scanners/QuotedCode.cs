namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Code that builds a text: <c>"password: " + user.Name</c>, <c>'password = ' . $p['x']</c>.</summary>
internal static class QuotedCode
{
    private const int MaxLineChars = 256;

    /// <summary>Whether the quote behind a name closes the text that the name stands in, so that code follows and no value.</summary>
    public static bool IsClosing(ReadOnlySpan<char> text, int nameStart, int at)
    {
        if (text[at] is not ('"' or '\'' or '`') || at + 1 >= text.Length || text[at - 1] == '\\') return false;
        var next = OperatorReader.SkipBlanks(text, at + 1, lines: false);
        if (next >= text.Length || text[next] is not ('+' or '.' or ',' or ')' or '&' or '%')) return false;
        if (text[next] == '.' && (next + 1 >= text.Length || text[next + 1] is not ('$' or ' '))) return false;
        if (text[next] is '+' or '&' or '%' && next + 1 < text.Length && !(text[next + 1] == ' ' || char.IsAsciiLetter(text[next + 1]))) return false;
        var quotes = 0;
        for (var i = at - 1; i >= 0 && at - i < MaxLineChars && text[i] != '\n'; i--)
        {
            if (text[i] == text[at] && (i == 0 || text[i - 1] != '\\')) quotes++;
        }

        // The name itself must stand inside the text, not in quotes of its own.
        return (quotes & 1) != 0 && text[nameStart..at].IndexOf(text[at]) < 0;
    }
}
