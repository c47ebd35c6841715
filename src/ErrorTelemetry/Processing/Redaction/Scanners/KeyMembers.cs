using System.Collections.Frozen;

namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>The private numbers of a key that is written as members of one letter or two: a JSON Web Key (<c>"kty":"EC","d":"…"</c>, RFC 7517) or <c>RSAKeyValue</c> (<c>&lt;D&gt;…&lt;/D&gt;</c>).</summary>
/// <remarks>Such names mean something only beside the key's own type, which is looked for in a window around them, before or behind.</remarks>
internal static class KeyMembers
{
    public const int MinCharsBefore = 3;

    private const int WindowChars = 4096;
    private const int MinChars = 16;
    private const int MaxChars = 4096;

    private static readonly FrozenSet<string> JsonNames = "d k p q dp dq qi".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> ElementNames = "D P Q DP DQ InverseQ".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <param name="text">The text.</param>
    /// <param name="start">Where the value starts: behind a quote or an element's opening.</param>
    /// <param name="found">The value.</param>
    public static bool TryFind(ReadOnlySpan<char> text, int start, out Found found)
    {
        found = default;
        var isElement = text[start - 1] == '>';
        var name = isElement ? ElementBefore(text, start - 1) : MemberBefore(text, start - 1);
        if (name.IsEmpty || !(isElement ? ElementNames : JsonNames).GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) return false;
        var end = start;
        var limit = Math.Min(text.Length, start + MaxChars);
        while (end < limit && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_' or '+' or '/' or '=')) end++;
        if (end - start < MinChars) return false;
        var window = text[Math.Max(0, start - WindowChars)..Math.Min(text.Length, end + WindowChars)];
        if (!window.Contains(isElement ? "<Modulus>" : "kty", StringComparison.Ordinal)) return false;
        found = new Found(start, end, DetectorTable.ById["private-key-value"]);
        return true;
    }

    /// <summary>The name of <c>"name": "</c>, escaped or not, that ends at this quote.</summary>
    private static ReadOnlySpan<char> MemberBefore(ReadOnlySpan<char> text, int quote)
    {
        var i = SkipBack(text, quote);
        if (i == 0 || text[i - 1] != ':') return default;
        i = SkipBack(text, i - 1);
        if (i == 0 || text[i - 1] != '"') return default;
        var end = i - 1;
        while (end > 0 && text[end - 1] == '\\') end--;
        var start = end;
        while (start > 0 && end - start < 3 && char.IsAsciiLetterLower(text[start - 1])) start--;
        return start > 0 && text[start - 1] == '"' ? text[start..end] : default;
    }

    private static ReadOnlySpan<char> ElementBefore(ReadOnlySpan<char> text, int close)
    {
        var start = close;
        while (start > 0 && close - start < 9 && char.IsAsciiLetter(text[start - 1])) start--;
        return start > 0 && text[start - 1] == '<' ? text[start..close] : default;
    }

    private static int SkipBack(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i > 0 && at - i < 8 && text[i - 1] is ' ' or '\\') i--;
        return i;
    }
}
