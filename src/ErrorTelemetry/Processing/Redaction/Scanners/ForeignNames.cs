using System.Collections.Frozen;
using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Sensitive names in other alphabets, looked up by their first letter that is not ASCII.</summary>
internal static class ForeignNames
{
    private readonly record struct Name(string Text, int Offset, Anchor Anchor);

    private static readonly FrozenDictionary<char, Name[]> ByLetter = ForeignNameTable.Rows
        .SelectMany(row => row.Names.Select(name => (Name: name, Offset: name.AsSpan().IndexOfAnyExceptInRange('\0', '\x7f'), Anchor: Anchor.ForName(DetectorTable.ById[row.Id], name, row.Id == "one-time-code" ? NameStrength.Numeric : NameStrength.Strong))))
        .SelectMany(row => new[] { row.Name[row.Offset], char.ToUpperInvariant(row.Name[row.Offset]) }.Distinct().Select(letter => (Letter: letter, Name: new Name(row.Name, row.Offset, row.Anchor))))
        .GroupBy(pair => pair.Letter, pair => pair.Name)
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(name => name.Text.Length).ToArray());

    /// <summary>The name around the letter at <paramref name="at"/>.</summary>
    public static bool TryMatch(ReadOnlySpan<char> text, int at, out int start, out int end, out Anchor anchor)
    {
        (start, end, anchor) = (0, 0, null!);
        if (!ByLetter.TryGetValue(text[at], out var names)) return false;
        foreach (var name in names)
        {
            start = at - name.Offset;
            if (start < 0 || !text[start..].StartsWith(name.Text, StringComparison.OrdinalIgnoreCase)) continue;
            end = start + name.Text.Length;
            if (IsAlphabetic(text[at]) && ((start > 0 && IsAlphabetic(text[start - 1])) || (end < text.Length && IsAlphabetic(text[end])))) continue;
            anchor = name.Anchor;
            return true;
        }

        return false;
    }

    /// <summary>Whether words of this letter's script have blanks between them.</summary>
    private static bool IsAlphabetic(char c) => char.IsLetter(c) && c is < '\u0e00' or (> '\u0eff' and < '\u1100');
}
