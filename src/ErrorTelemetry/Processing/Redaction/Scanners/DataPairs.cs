using System.Collections.Frozen;

namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Values that are plain words and still no prose, because they stand where only data stands: in a form, a connection string, a member with quotes, an element.</summary>
internal static class DataPairs
{
    private const int MinChars = 3;
    private const int MinPassChars = 6;

    /// <summary>Words that are a state or a type elsewhere, and a person's password in data.</summary>
    private static readonly FrozenSet<string> Passwords = FrozenSet.ToFrozenSet(["secret", "password"], StringComparer.Ordinal);

    /// <param name="text">The text.</param>
    /// <param name="nameStart">Where the whole identifier starts.</param>
    /// <param name="span">The value.</param>
    /// <param name="op">What joins them.</param>
    /// <param name="anchor">The name.</param>
    /// <param name="strength">How much the whole identifier says.</param>
    public static bool Hold(ReadOnlySpan<char> text, int nameStart, in ValueSpan span, NameOperator op, Anchor anchor, NameStrength strength)
    {
        if (span.Length < MinChars || !(op is NameOperator.Assign or NameOperator.Element || (op == NameOperator.Colon && span.Quoted))) return false;
        var value = text[span.Start..span.End];
        if (value.Contains(' ')) return false;
        if (Passwords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(value)) return (strength == NameStrength.Strong || (anchor.Detector.Id == "session" && span.Quoted)) && IsCommonPassword(text, nameStart, span, op, anchor);
        if (strength != NameStrength.Weak || value.ContainsAnyExcept(WordChars) || ValueJudge.IsInnocent(value)) return false;
        if (anchor.Detector.Id is not ("session" or "pass" or "signature")) return false;
        if (anchor.Detector.Id == "pass" && value.Length >= MinPassChars && (op == NameOperator.Element || (!span.Quoted && IsWholeLine(text, nameStart, span)))) return true;
        return op == NameOperator.Assign && !span.Quoted && IsInForm(text, nameStart, span.End);
    }

    private static bool IsCommonPassword(ReadOnlySpan<char> text, int nameStart, in ValueSpan span, NameOperator op, Anchor anchor)
    {
        var isName = text[span.Start..span.End].SequenceEqual(anchor.Literal);
        if (isName && (anchor.Literal != "password" || op == NameOperator.Colon)) return false; // { secret: 'secret' }: what the field is called
        return span.Quoted || IsInForm(text, nameStart, span.End) || IsInConnectionString(text, nameStart, span.End);
    }

    /// <summary>A pair that ends its line and is no part of a call or an expression: <c>pass=…</c>, <c>"pw" : …</c>.</summary>
    private static bool IsWholeLine(ReadOnlySpan<char> text, int nameStart, in ValueSpan span)
    {
        if (span.End < text.Length && text[span.End] is not ('\n' or '\r' or '}' or '\\' or '"')) return false;
        var before = nameStart > 0 ? text[nameStart - 1] : '\n';
        return before is '"' or '\'' || (text[span.Start - 1] == '=' && before is '\n' or ' ' or '\t' or '.' or '"' or '\\' or 'n');
    }

    /// <summary><c>?a=1&amp;b=2</c>: the next or last pair stands right beside it.</summary>
    private static bool IsInForm(ReadOnlySpan<char> text, int nameStart, int end) =>
        (nameStart > 1 && text[nameStart - 1] is '&' or '?' && text[nameStart - 2] is not ('&' or ' '))
        || (end + 1 < text.Length && text[end] == '&' && char.IsAsciiLetter(text[end + 1]));

    /// <summary><c>Server=x;Password=y;Encrypt=true</c>, without blanks.</summary>
    private static bool IsInConnectionString(ReadOnlySpan<char> text, int nameStart, int end)
    {
        if (nameStart < 2 || text[nameStart - 1] != ';' || text[nameStart - 2] <= ' ') return false;
        return end >= text.Length || text[end] is ';' or '"' or '\'';
    }

    private static readonly System.Buffers.SearchValues<char> WordChars = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-!.");
}
