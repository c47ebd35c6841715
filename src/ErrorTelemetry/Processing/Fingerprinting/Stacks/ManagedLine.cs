using System.Buffers;

namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>
/// A line of a .NET stack without its leading <c>at</c>: <c>Ns.Type.Method[T](String s) in file:line 12</c> in any language, and the forms of
/// Mono (<c>Method (System.String s) [0x0001f] in &lt;guid&gt;:0</c>), native AOT (<c>Method(String) + 0x1a</c>) and Ben.Demystifier
/// (<c>async Task&lt;int&gt; Ns.Type.Method(string s)+Local() in file:line 12</c>).
/// </summary>
internal static class ManagedLine
{
    private static readonly SearchValues<char> s_neverInNames = SearchValues.Create("\"';{}\\/?");
    private static readonly string[] s_wordsBehind = [" içinde", " tiedostossa"];
    private static readonly SearchValues<char> s_hex = SearchValues.Create("0123456789abcdef");

    public static bool TryParse(ReadOnlySpan<char> line, ref FrameBuilder frames)
    {
        line = line.Trim();
        if (line.StartsWith("(wrapper ", StringComparison.Ordinal) && line.IndexOf(')') is > 0 and var wrapper)
            line = line[(wrapper + 1)..].TrimStart();
        var open = ParametersStart(line);
        if (open <= 0)
            return false;
        var close = StackText.MatchingClose(line, open, '(', ')');
        if (close < 0)
            return false;
        var name = line[..open].TrimEnd();
        var constructor = Prefix(ref name);
        if (!IsMethodName(name, constructor))
            return false;
        var rest = line[(close + 1)..];
        var local = Demystified(ref rest);
        if (!TryLocation(rest, out var file, out var number))
            return false;
        var managed = constructor ? new ManagedName(name, ".ctor") : ManagedName.Parse(name);
        frames.AddManaged(local is null ? managed.Function : $"{managed.Function}.{local}", managed.Module, file, number);
        return true;
    }

    /// <summary>The bracket that opens the parameters: the first outside of generic arguments and of a tuple return type.</summary>
    private static int ParametersStart(ReadOnlySpan<char> line)
    {
        var depth = 0;
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '<' or '[':
                    depth++;
                    break;
                case '>' or ']' when depth > 0:
                    depth--;
                    break;
                case '(' when depth == 0:
                    if (i > 0 && line[i - 1] is not ' ')
                        return i;
                    // "(string val, bool) Ns.Type.Method(…)", "async (int, int) Ns…": a tuple; "Method (…)" of Mono: the parameters.
                    var close = StackText.MatchingClose(line, i, '(', ')');
                    if (close < 0)
                        return -1;
                    if (i > 0 && LastWord(line[..i].TrimEnd()).Contains('.'))
                        return i;
                    i = close;
                    break;
            }
        }
        return -1;
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text) => text[(text.LastIndexOf(' ') + 1)..];

    /// <summary>Drops return type and modifiers (<c>async Task&lt;string&gt; </c>); <see langword="true"/> for <c>new Ns.Type</c>.</summary>
    private static bool Prefix(ref ReadOnlySpan<char> name)
    {
        var depth = 0;
        for (var i = name.Length - 1; i >= 0; i--)
        {
            if (name[i] is '>' or ']' or ')')
                depth++;
            else if (name[i] is '<' or '[' or '(')
                depth--;
            else if (name[i] == ' ' && depth <= 0)
            {
                var constructor = LastWord(name[..i]) is "new";
                name = name[(i + 1)..];
                return constructor;
            }
        }
        return false;
    }

    private static bool IsMethodName(ReadOnlySpan<char> name, bool constructor)
    {
        if (name.IsEmpty || !(char.IsLetter(name[0]) || name[0] is '_' or '<' or '$' or '@' or '.'))
            return false;
        if (!constructor && !name.Contains('.') && !name.StartsWith("lambda_method", StringComparison.Ordinal) && !name.Contains('<'))
            return false;
        return !name.ContainsAny(s_neverInNames) && !name.EndsWith(".", StringComparison.Ordinal) && !name.Contains("..", StringComparison.Ordinal)
            || name.EndsWith("..ctor", StringComparison.Ordinal) || name.EndsWith("..cctor", StringComparison.Ordinal);
    }

    /// <summary>Ben.Demystifier's <c>+Local()</c>, <c>+(x) =&gt; { }</c> and <c>+MoveNext()</c> after the parameters.</summary>
    private static string? Demystified(ref ReadOnlySpan<char> rest)
    {
        if (rest.Length < 2 || rest[0] != '+' || rest[1] == ' ')
            return null;
        var open = rest.IndexOf('(');
        var close = open < 0 ? -1 : StackText.MatchingClose(rest, open, '(', ')');
        if (close < 0)
            return null;
        var local = rest[1..open].ToString();
        rest = rest[(close + 1)..];
        const string Body = " => { }";
        if (rest.StartsWith(" =>", StringComparison.Ordinal))
        {
            rest = rest.StartsWith(Body, StringComparison.Ordinal) ? rest[Body.Length..] : rest[(rest.IndexOf('}') + 1)..];
            return ManagedName.Lambda;
        }
        return local is "MoveNext" or "" ? null : local;
    }

    /// <summary>
    /// What follows the parameters: nothing, offsets, or in any language <c> in path:line 12</c>. A text that is neither is no frame.
    /// </summary>
    private static bool TryLocation(ReadOnlySpan<char> rest, out ReadOnlySpan<char> file, out int? line)
    {
        file = default;
        line = null;
        rest = SkipOffset(rest.Trim()).TrimEnd('.');
        if (rest.IsEmpty)
            return true;
        var digits = rest.Length;
        while (digits > 0 && char.IsAsciiDigit(rest[digits - 1]))
            digits--;
        if (digits == rest.Length)
            return false;
        line = int.TryParse(rest[digits..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
        // "in C:\a.cs:line 12": the word for "in" is what stands before the path, the one for "line" what stands behind the last colon.
        var place = rest[..digits];
        var colon = place.LastIndexOf(':');
        if (colon <= 0 || place.Length - colon > 24)
            return false;
        place = place[..colon].TrimEnd();
        place = SkipWord(place);
        if (!(place.StartsWith("<", StringComparison.Ordinal) && place.EndsWith(">", StringComparison.Ordinal)) && !IsModuleHash(place))
            file = place;
        else
            line = null;
        return !place.IsEmpty;
    }

    /// <summary>Mono's <c>[0x0001f]</c> and <c>&lt;0x12340 + 0x0000a&gt;</c>, native AOT's <c>+ 0x1a</c>.</summary>
    private static ReadOnlySpan<char> SkipOffset(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("[0x", StringComparison.Ordinal) && rest.IndexOf(']') is > 0 and var bracket)
            return rest[(bracket + 1)..].TrimStart();
        if (rest.StartsWith("<0x", StringComparison.Ordinal) && rest.IndexOf('>') is > 0 and var angle)
            return rest[(angle + 1)..].TrimStart();
        if (!rest.StartsWith("+ 0x", StringComparison.Ordinal))
            return rest;
        var end = 4;
        while (end < rest.Length && char.IsAsciiHexDigit(rest[end]))
            end++;
        return rest[end..].TrimStart();
    }

    private static ReadOnlySpan<char> SkipWord(ReadOnlySpan<char> place)
    {
        // Turkish and Finnish have the word behind the path.
        foreach (var word in s_wordsBehind)
        {
            if (place.EndsWith(word, StringComparison.Ordinal))
                place = place[..^word.Length];
        }
        if (StackText.StartsWithPath(place))
            return place;
        var blank = place.IndexOf(' ');
        return blank < 0 ? place : place[(blank + 1)..].TrimStart();
    }

    /// <summary>Mono prints a module's id where it has no file: <c>in &lt;0123…&gt;:0</c>, or bare.</summary>
    private static bool IsModuleHash(ReadOnlySpan<char> place) => place.Length == 32 && !place.ContainsAnyExcept(s_hex);
}
