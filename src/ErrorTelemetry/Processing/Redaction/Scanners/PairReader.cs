namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>What joins a quoted name to its value where no sign stands between them: a list of pairs, a second attribute or member, the part of a form.</summary>
internal static class PairReader
{
    /// <summary><c>"name", "value"</c>; <c>name="password" value="…"</c>; <c>"name":"password","value":"…"</c>; a form part's blank line.</summary>
    public static NameOperator Read(ReadOnlySpan<char> text, int at, out int valueStart)
    {
        valueStart = at;
        var i = at;
        if (text[i] is ',' or ';') i = OperatorReader.SkipBlanks(text, i + 1, lines: true);
        else if (text[i] == '/' && i + 1 < text.Length && text[i + 1] == '>') i = SkipTag(text, i + 2);
        else if (i >= 2 && text[i - 1] == '\n' && text.Slice(0, i).EndsWith("\n\r\n") | text.Slice(0, i).EndsWith("\n\n"))
        {
            return NameOperator.Assign;
        }

        if (i >= text.Length) return NameOperator.None;
        var open = OperatorReader.SkipQuote(text, i);
        var rest = text[open..];
        foreach (var word in PairWords)
        {
            if (!rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            var sign = OperatorReader.SkipBlanks(text, OperatorReader.SkipQuote(text, open + word.Length), lines: true);
            if (sign >= text.Length || text[sign] is not ('=' or ':')) continue;
            valueStart = OperatorReader.SkipBlanks(text, sign + 1, lines: true);
            return NameOperator.Assign;
        }

        // setHeader("Authorization", "…"): only a quoted value, and only behind a bracket or a comma before the name.
        if (open == i || text[at] != ',' || IsNextName(text, open)) return NameOperator.None;
        valueStart = i;
        return NameOperator.Blank;
    }

    /// <summary>Behind the opening sign of the next element.</summary>
    private static int SkipTag(ReadOnlySpan<char> text, int at)
    {
        var i = OperatorReader.SkipBlanks(text, at, lines: true);
        return i < text.Length && text[i] == '<' ? i + 1 : i;
    }

    /// <summary>Whether what stands in quotes here is the next pair's name: <c>"bearer", "expires_in": 3600</c>.</summary>
    private static bool IsNextName(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..Math.Min(text.Length, at + 256)];
        var close = rest.IndexOfAny('"', '\'', '`');
        if (close < 0) return false;
        var sign = OperatorReader.SkipBlanks(text, at + close + 1, lines: true);
        return sign < text.Length && text[sign] is ':' or '=';
    }

    private static readonly string[] PairWords = ["value", "val", "content", "v"];
}
