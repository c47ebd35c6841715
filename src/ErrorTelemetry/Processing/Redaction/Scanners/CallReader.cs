namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Names of functions and their arguments: <c>setPassword("…")</c>, <c>strcmp(password, "…")</c>, <c>new NetworkCredential("user", "…")</c>.</summary>
internal static class CallReader
{
    private const int MaxFirstChars = 128;

    /// <param name="text">The text.</param>
    /// <param name="nameStart">Where the function's name starts.</param>
    /// <param name="open">The bracket, with a quote behind it.</param>
    /// <param name="valueStart">The argument's quote.</param>
    public static NameOperator Read(ReadOnlySpan<char> text, int nameStart, int open, out int valueStart)
    {
        valueStart = open + 1;
        var call = text[nameStart..open];
        if (TakesUserFirst(call) && SecondArgument(text, open + 1) is > 0 and var second)
        {
            valueStart = second;
            return NameOperator.Assign;
        }

        return IsSetter(call) ? NameOperator.Assign : NameOperator.Blank;
    }

    /// <summary>Whether what the call makes is a pair of user and password.</summary>
    private static bool TakesUserFirst(ReadOnlySpan<char> call) =>
        call.EndsWith("credential", StringComparison.OrdinalIgnoreCase) || call.EndsWith("credentials", StringComparison.OrdinalIgnoreCase) || call.EndsWith("auth", StringComparison.OrdinalIgnoreCase);

    /// <summary>The quote of the second argument where both are quoted, or -1.</summary>
    private static int SecondArgument(ReadOnlySpan<char> text, int quote)
    {
        var open = OperatorReader.SkipQuote(text, quote);
        var close = text.Slice(open, Math.Min(MaxFirstChars, text.Length - open)).IndexOf(text[quote..open]);
        if (close < 0) return -1;
        var i = OperatorReader.SkipBlanks(text, open + close + open - quote, lines: true);
        if (i >= text.Length || text[i] != ',') return -1;
        i = OperatorReader.SkipBlanks(text, i + 1, lines: true);
        return OperatorReader.SkipQuote(text, i) > i ? i : -1;
    }

    /// <summary>Whether a function of this name compares its two texts.</summary>
    public static bool IsComparer(ReadOnlySpan<char> function)
    {
        foreach (var word in Comparers)
        {
            if (function.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static readonly string[] Comparers = ["equal", "compare", "cmp", "matches"];

    /// <summary><c>setPassword("…")</c>, <c>withToken("…")</c>, <c>password.equals("…")</c>: what the call takes is the value.</summary>
    private static bool IsSetter(ReadOnlySpan<char> call)
    {
        var dot = call.LastIndexOf('.');
        var function = call[(dot + 1)..];
        return function.StartsWith("set", StringComparison.OrdinalIgnoreCase) || function.StartsWith("with", StringComparison.OrdinalIgnoreCase) || function.StartsWith("use", StringComparison.OrdinalIgnoreCase)
            || function.SequenceEqual("assign") || (dot > 0 && IsComparer(function));
    }

    /// <summary>A bare name before a comma: an argument beside its value, or a field of a row of separated values.</summary>
    public static NameOperator ReadComma(ReadOnlySpan<char> text, int nameStart, int comma, out int valueStart)
    {
        valueStart = OperatorReader.SkipBlanks(text, comma + 1, lines: false);
        if (valueStart >= text.Length) return NameOperator.None;
        var open = OperatorReader.SkipQuote(text, valueStart);
        if (open == valueStart) return valueStart == comma + 1 && OperatorReader.IsKeyAt(text, valueStart) ? NameOperator.Blank : NameOperator.None;
        if (nameStart < 2) return NameOperator.None;
        if (nameStart + 6 < comma && text[nameStart..comma].Contains('_') && !text[nameStart..comma].ContainsAnyInRange('a', 'z')) return NameOperator.Blank; // setopt(h, OPT_PASSWORD, "…")
        if (text[nameStart - 1] != '(') return NameOperator.None;
        var start = nameStart - 1;
        while (start > 0 && nameStart - start < 32 && char.IsAsciiLetterOrDigit(text[start - 1])) start--;
        return IsComparer(text[start..(nameStart - 1)]) ? NameOperator.Assign : NameOperator.None;
    }
}
