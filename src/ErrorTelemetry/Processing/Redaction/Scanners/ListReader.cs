namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Lists of values below one sensitive name: <c>"tokens": ["…", "…"]</c>, <c>tokens:</c> with a line <c>- …</c> for each.</summary>
internal static class ListReader
{
    /// <summary>Items that are looked at behind one name.</summary>
    public const int MaxItems = 32;

    private const int MaxGapChars = 64;
    private const int MinItemChars = 6;

    /// <summary>The first value of the lines below a name that ends its own, or -1.</summary>
    public static int FirstItem(ReadOnlySpan<char> text, int lineEnd)
    {
        if (lineEnd >= text.Length || text[lineEnd] is not ('\n' or '\r')) return -1;
        var i = SkipLine(text, lineEnd);
        return i + 2 < text.Length && text[i] == '-' && text[i + 1] == ' ' ? OperatorReader.SkipBlanks(text, i + 2, lines: false) : -1;
    }

    /// <summary>The next value of the list that a value stands in.</summary>
    /// <param name="text">The text.</param>
    /// <param name="before">The value before it.</param>
    /// <param name="isFirst">Whether that is the list's first.</param>
    /// <param name="found">The next value.</param>
    public static bool TryNext(ReadOnlySpan<char> text, in Found before, bool isFirst, out Found found)
    {
        found = default;
        var start = before.Start;
        while (start > 0 && text[start - 1] is '"' or '\'' or '\\') start--;
        var open = start;
        while (start > 0 && open - start < MaxGapChars && text[start - 1] <= ' ') start--;
        if (start == 0) return false;
        var quoteEnd = OperatorReader.SkipQuote(text, before.End);
        int item;
        if (text[start - 1] == (isFirst ? '[' : ',') && open < before.Start && quoteEnd < text.Length && text[quoteEnd] == ',')
        {
            item = OperatorReader.SkipBlanks(text, quoteEnd + 1, lines: true);
            if (OperatorReader.SkipQuote(text, item) == item) return false;
        }
        else if (text[start - 1] == '-' && quoteEnd < text.Length) item = FirstItem(text, quoteEnd);
        else return false;

        if (item <= 0) return false;
        var span = ValueReader.Read(text, item, NameOperator.Colon);
        var value = text[span.Start..span.End];
        if (span.Length < 1 || !ValueJudge.MayBeValue(value) || !Randomness.LooksSecret(value, MinItemChars)) return false;
        found = before with { Start = span.Start, End = span.End };
        return true;
    }

    private static int SkipLine(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i < text.Length && i - at < MaxGapChars && text[i] <= ' ') i++;
        return i;
    }
}
