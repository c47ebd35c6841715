using System.Buffers;
using System.Globalization;

namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>What follows a .NET method's parameters: nothing, offsets, or in any language <c>in path:line 12</c>.</summary>
internal static class ManagedPlace
{
    private const int LongestLineWord = 24;
    private const int LongestExtension = 7;

    /// <summary>Languages that have the word for "in" behind the path.</summary>
    private static readonly string[] s_wordsBehind = [" içinde", " tiedostossa", " 中", " 内"];

    /// <summary>Words for "in" that are more than one word.</summary>
    private static readonly string[] s_longWords = ["a következő helyen: "];

    private static readonly SearchValues<char> s_position = SearchValues.Create("0123456789,");
    private static readonly SearchValues<char> s_hex = SearchValues.Create("0123456789abcdef");

    /// <summary><see langword="false"/> where the text is neither offset nor place: then the line is no frame.</summary>
    public static bool TryParse(ReadOnlySpan<char> rest, out ReadOnlySpan<char> file, out int? line)
    {
        file = default;
        line = null;
        rest = SkipOffset(rest.Trim()).TrimEnd('.');
        if (rest.IsEmpty || rest is "in" || IsToken(rest))
            return true;
        const string Heading = "file:line:column ";
        if (rest.IndexOf(Heading, StringComparison.Ordinal) is >= 0 and var heading)
        {
            var location = SourceLocation.Parse(rest[(heading + Heading.Length)..]);
            file = IsUnknown(location.File) ? default : location.File;
            line = file.IsEmpty ? null : location.Line;
            return true;
        }
        // "in C:\a.cs:line 12": the word for "in" is what stands before the path, the one for "line" stands with the number behind the last colon.
        var colon = rest.LastIndexOf(':');
        if (colon <= 0 || rest.Length - colon > LongestLineWord || !TryNumber(rest[(colon + 1)..], out line))
            return TryPath(rest, out file, out line);
        // "in C:\a.cs:line 12:column 5" and "in a.cs:12:5": the number before is the line.
        var before = rest[..colon].LastIndexOf(':');
        if (before > 0 && colon - before <= LongestLineWord && TryNumber(rest[(before + 1)..colon], out var first))
            (colon, line) = (before, first);
        // "in :line 12": a path was not known.
        if (rest[colon - 1] == ' ')
            return true;
        var place = SkipWord(rest[..colon].TrimEnd());
        if (IsUnknown(place))
            line = null;
        else
            file = place;
        return !place.IsEmpty;
    }

    /// <summary>A path without a line, <c>in C:\Cart.cs</c>, or with the compiler's form of one, <c>in C:\Cart.cs(12,5)</c>.</summary>
    private static bool TryPath(ReadOnlySpan<char> rest, out ReadOnlySpan<char> file, out int? line)
    {
        line = null;
        if (rest.EndsWith(")", StringComparison.Ordinal) && rest.LastIndexOf('(') is > 0 and var open && !rest[(open + 1)..^1].ContainsAnyExcept(s_position))
        {
            var position = rest[(open + 1)..^1];
            if (position.IndexOf(',') is > 0 and var comma)
                position = position[..comma];
            _ = TryNumber(position, out line);
            rest = rest[..open];
        }
        file = SkipWord(rest);
        // One word before it, and it reads like a path: else the line is prose.
        if (file.Length < rest.Length && (StackText.StartsWithPath(file) || (file.LastIndexOf('.') is > 0 and var dot && file.Length - dot <= LongestExtension && !file.Contains(' '))))
            return true;
        file = default;
        line = null;
        return false;
    }

    /// <summary>The one number of <c>line 12</c>, <c>12</c>, <c>41. sor</c>, <c>第 41 行</c>.</summary>
    private static bool TryNumber(ReadOnlySpan<char> text, out int? line)
    {
        line = null;
        var start = text.IndexOfAnyInRange('0', '9');
        if (start < 0)
            return false;
        var digits = text[start..];
        var length = digits.IndexOfAnyExceptInRange('0', '9');
        if (length >= 0 && digits[length..].ContainsAnyInRange('0', '9'))
            return false;
        digits = length < 0 ? digits : digits[..length];
        line = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
        return !text.ContainsAny('/', '\\', '(');
    }

    /// <summary>Mono's <c>[0x0001f]</c> and <c>&lt;0x12340 + 0x0000a&gt;</c>, native AOT's <c>+ 0x1a</c>, the error page's <c>+71</c>.</summary>
    private static ReadOnlySpan<char> SkipOffset(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("[0x", StringComparison.Ordinal) && rest.IndexOf(']') is > 0 and var bracket)
            return rest[(bracket + 1)..].TrimStart();
        if (rest.StartsWith("<0x", StringComparison.Ordinal) && rest.IndexOf('>') is > 0 and var angle)
            return rest[(angle + 1)..].TrimStart();
        if (!rest.StartsWith("+", StringComparison.Ordinal))
            return rest;
        var digits = rest[1..].TrimStart();
        var end = rest.Length - digits.Length + (digits.StartsWith("0x", StringComparison.Ordinal) ? 2 : 0);
        while (end < rest.Length && char.IsAsciiHexDigit(rest[end]))
            end++;
        return rest[end..].TrimStart();
    }

    /// <summary>.NET's <c>in Shop.dll:token 0x600001a+0x33</c>, where it has no symbols and was asked for offsets; redaction may take the number for a secret.</summary>
    private static bool IsToken(ReadOnlySpan<char> rest) => rest.Contains(":token ", StringComparison.Ordinal);

    private static ReadOnlySpan<char> SkipWord(ReadOnlySpan<char> place)
    {
        foreach (var word in s_wordsBehind)
        {
            if (place.EndsWith(word, StringComparison.Ordinal))
                place = place[..^word.Length];
        }
        if (StackText.StartsWithPath(place))
            return place;
        foreach (var word in s_longWords)
        {
            if (place.StartsWith(word, StringComparison.Ordinal))
                return place[word.Length..];
        }
        var blank = place.IndexOf(' ');
        return blank < 0 ? place : place[(blank + 1)..].TrimStart();
    }

    /// <summary>Mono prints <c>&lt;filename unknown&gt;</c> or a module's id where it has no file: <c>in &lt;0123…&gt;:0</c>, or bare.</summary>
    private static bool IsUnknown(ReadOnlySpan<char> place) =>
        (place.StartsWith("<", StringComparison.Ordinal) && place.EndsWith(">", StringComparison.Ordinal)) || (place.Length == 32 && !place.ContainsAnyExcept(s_hex));
}
