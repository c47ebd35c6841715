using System.Globalization;

namespace ErrorTelemetry.Processing.Redaction;

/// <summary>The form of a token: literals and character classes with bounded counts, written as a small part of regular expressions.</summary>
/// <remarks>
/// Known are literals, <c>\</c> before a sign, <c>[…]</c>, <c>\d</c>, <c>\w</c>, and the counts <c>{n}</c> and <c>{n,m}</c>. Matching takes as much as it can and never goes back,
/// so it is linear in the token's length whatever the text.
/// </remarks>
internal sealed class TokenShape
{
    private readonly record struct Segment(CharSet Set, int Min, int Max);

    private readonly Segment[] _segments;

    private TokenShape(string literal, Segment[] segments)
    {
        Literal = literal;
        _segments = segments;
        MinLength = literal.Length + segments.Sum(s => s.Min);
    }

    /// <summary>What the token starts with; empty where it starts with a class.</summary>
    public string Literal { get; }

    /// <summary>The shortest token of this form.</summary>
    public int MinLength { get; }

    /// <summary>Whether all tokens of this form have one length.</summary>
    public bool IsFixed => _segments.All(segment => segment.Min == segment.Max);

    /// <summary>What keeps a host's pattern from being one, or <see langword="null"/>.</summary>
    public static string? FaultOf(string? pattern)
    {
        try
        {
            var shape = Parse(pattern ?? string.Empty);
            return shape.Literal.Length >= 2 && char.IsAsciiLetterOrDigit(shape.Literal[0]) && shape.Literal[1] < 128 ? null : "must start with at least two literal characters, the first a letter or digit";
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            return "cannot be read: known are literals, [...], \\d, \\w, {n} and {n,m}";
        }
    }

    /// <summary>The characters of which a token without a fixed beginning has <see cref="FirstMin"/> in front, at least.</summary>
    public string FirstChars => Literal.Length > 0 ? Literal[..1] : string.Concat(Enumerable.Range(0, 128).Select(c => (char)c).Where(StartsWith));

    /// <summary>How many of <see cref="FirstChars"/> it has in front, at least.</summary>
    public int FirstMin => Literal.Length > 0 ? 1 : _segments[0].Min;

    /// <summary>Whether a token without a fixed beginning could start with this character.</summary>
    public bool StartsWith(char c) => _segments[0].Set.Contains(c);

    public static TokenShape Parse(string pattern)
    {
        var segments = new List<Segment>();
        var literal = new System.Text.StringBuilder();
        for (var i = 0; i < pattern.Length;)
        {
            var (set, isLiteral, c) = ReadSet(pattern, ref i);
            var (min, max) = ReadCount(pattern, ref i);
            if (isLiteral && segments.Count == 0 && (min, max) == (1, 1)) literal.Append(c);
            else segments.Add(new Segment(set, min, max));
        }

        return new TokenShape(literal.ToString(), [.. segments]);
    }

    /// <summary>The end of the token that starts here, or -1. A letter or digit behind it means that it is something else, or longer.</summary>
    public int MatchAt(ReadOnlySpan<char> text, int at)
    {
        var end = MatchAt(text, at, out var isLonger);
        return isLonger ? -1 : end;
    }

    /// <param name="text">The text.</param>
    /// <param name="at">Where the token starts.</param>
    /// <param name="isLonger">Whether a letter or digit stands behind the form.</param>
    public int MatchAt(ReadOnlySpan<char> text, int at, out bool isLonger)
    {
        isLonger = false;
        if (text.Length - at < MinLength || !text[at..].StartsWith(Literal)) return -1;
        var end = at + Literal.Length;
        foreach (var segment in _segments)
        {
            var limit = Math.Min(text.Length, end + Math.Min(segment.Max, text.Length));
            var start = end;
            while (end < limit && segment.Set.Contains(text[end])) end++;
            if (end - start < segment.Min) return -1;
        }

        isLonger = end < text.Length && char.IsAsciiLetterOrDigit(text[end]);
        return end;
    }

    private static (CharSet Set, bool IsLiteral, char Literal) ReadSet(string pattern, ref int i)
    {
        if (pattern[i] == '[')
        {
            var close = pattern.IndexOf(']', i);
            var set = new CharSet(pattern.AsSpan(i + 1, close - i - 1));
            i = close + 1;
            return (set, false, default);
        }

        var length = pattern[i] == '\\' ? 2 : 1;
        var isClass = length == 2 && pattern[i + 1] is 'd' or 'w' && length == 2;
        var literal = pattern[i + length - 1];
        var read = isClass ? new CharSet(pattern.AsSpan(i, 2)) : new CharSet([literal]);
        i += length;
        return (read, !isClass, literal);
    }

    private static (int Min, int Max) ReadCount(string pattern, ref int i)
    {
        if (i >= pattern.Length || pattern[i] != '{') return (1, 1);
        var close = pattern.IndexOf('}', i);
        var parts = pattern[(i + 1)..close].Split(',');
        i = close + 1;
        var min = int.Parse(parts[0], CultureInfo.InvariantCulture);
        return (min, parts.Length == 1 ? min : int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
