namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Words of a statement between a column and its value, which stands in quotes: <c>password LIKE '…'</c>, <c>token IN ('…', '…')</c>, <c>SET PASSWORD FOR 'joe'@'%' = '…'</c>.</summary>
internal static class StatementWords
{
    private const int MaxAccountChars = 128;

    private static readonly string[] Words = ["like ", "ilike ", "rlike ", "regexp ", "not like ", "in (", "in(", "not in (", "<> ", "!= "];

    /// <param name="text">The text.</param>
    /// <param name="at">Where the word starts.</param>
    /// <param name="valueStart">The value's quote.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out int valueStart)
    {
        valueStart = at;
        var rest = text[at..];
        foreach (var word in Words)
        {
            if (!rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            valueStart = OperatorReader.SkipBlanks(text, at + word.Length, lines: false);
            return OpensText(text, valueStart);
        }

        if (!rest.StartsWith("FOR '")) return false;
        var sign = rest[..Math.Min(rest.Length, MaxAccountChars)].IndexOf('=');
        if (sign < 0) return false;
        valueStart = OperatorReader.SkipBlanks(text, at + sign + 1, lines: false);
        return OpensText(text, valueStart);
    }

    private static bool OpensText(ReadOnlySpan<char> text, int at) => at < text.Length && (text[at] == '\'' || (text[at] == 'N' && at + 1 < text.Length && text[at + 1] == '\''));
}
