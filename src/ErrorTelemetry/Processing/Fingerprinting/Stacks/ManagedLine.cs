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

    public static bool TryParse(ReadOnlySpan<char> line, ref FrameBuilder frames)
    {
        line = line.Trim();
        if ((WrapperLine.TryStrip(ref line) || WrapperLine.TryStripOffset(ref line)) && WrapperLine.TryParse(line, ref frames))
            return true;
        var open = ParametersStart(line);
        if (open <= 0)
            return TryBare(line, ref frames);
        var close = StackText.MatchingClose(line, open, '(', ')');
        if (close < 0)
            return false;
        var name = line[..open].TrimEnd();
        var constructor = Prefix(ref name);
        // Native AOT may name the image: "Shop!Shop.Cart.Total() + 0x1f".
        name = name[(name.IndexOf('!') + 1)..];
        // Mono nests types by a slash: "Shop.Cart/<Load>c__AnonStorey0.<>m__0 (intptr)".
        if (name.Contains("/<", StringComparison.Ordinal))
            name = name.ToString().Replace('/', '+');
        var rest = line[(close + 1)..];
        var local = Demystified(ref rest);
        if (!IsMethodName(name, constructor is not null || local is not null))
            return TryBare(line, ref frames);
        if (!ManagedPlace.TryParse(rest, out var file, out var number))
            return false;
        var managed = constructor is null ? ManagedName.Parse(name) : new ManagedName(name, constructor);
        frames.AddManaged(local is null ? managed.Function : $"{managed.Function}.{local}", managed.Module, file, number);
        return true;
    }

    /// <summary>
    /// A method without parameters' brackets: <c>Ns.Type.Method in file:line 12</c> of some loggers, <c>Image!Ns.Type.Method+0x1a</c> and
    /// <c>Image!&lt;BaseAddress&gt;+0x123</c> of native AOT without symbols, which names the image alone.
    /// </summary>
    private static bool TryBare(ReadOnlySpan<char> line, ref FrameBuilder frames)
    {
        if (line.IndexOf('!') is > 0 and var image && line.LastIndexOf("+0x", StringComparison.Ordinal) is var offset && offset > image && !line.Contains(' '))
        {
            var symbol = line[(image + 1)..offset];
            if (symbol is "<BaseAddress>" or "")
                frames.AddImage(line[..image]);
            else
                Add(ManagedName.Parse(symbol), default, null, ref frames);
            return true;
        }
        var blank = line.IndexOf(' ');
        if (blank <= 0 || line[..blank] is var name && (!name.Contains('.') || !IsMethodName(name, constructor: false)))
            return false;
        if (line[blank..].StartsWith(" @", StringComparison.Ordinal) || !ManagedPlace.TryParse(line[blank..], out var file, out var number) || file.IsEmpty || number is null)
            return false;
        Add(ManagedName.Parse(line[..blank]), file, number, ref frames);
        return true;
    }

    private static void Add(ManagedName name, ReadOnlySpan<char> file, int? line, ref FrameBuilder frames) => frames.AddManaged(name.Function, name.Module, file, line);

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

    /// <summary>Drops return type and modifiers (<c>async Task&lt;string&gt; </c>); <c>.ctor</c> for <c>new Ns.Type</c>, <c>.cctor</c> for <c>static Ns.Type</c>.</summary>
    private static string? Prefix(ref ReadOnlySpan<char> name)
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
                var before = LastWord(name[..i]);
                name = name[(i + 1)..];
                return before is "new" ? ".ctor" : before is "static" ? ".cctor" : null;
            }
        }
        return null;
    }

    private static bool IsMethodName(ReadOnlySpan<char> name, bool constructor)
    {
        if (name.IsEmpty || !(char.IsLetter(name[0]) || name[0] is '_' or '<' or '$' or '@' or '.'))
            return false;
        if (!constructor && !name.Contains('.') && !name.StartsWith("lambda_method", StringComparison.Ordinal) && !name.Contains('<'))
            return false;
        // C++/CLI's constructors and destructors.
        if (name.EndsWith(".{ctor}", StringComparison.Ordinal) || name.EndsWith(".{dtor}", StringComparison.Ordinal))
            name = name[..^".{ctor}".Length];
        return !name.ContainsAny(s_neverInNames) && !name.EndsWith(".", StringComparison.Ordinal) && !name.Contains("..", StringComparison.Ordinal)
            || name.EndsWith("..ctor", StringComparison.Ordinal) || name.EndsWith("..cctor", StringComparison.Ordinal);
    }

    /// <summary>Ben.Demystifier's <c>+Local()</c>, <c>+(x) =&gt; { }</c> and <c>+MoveNext()</c> after the parameters, and its count of repetitions, <c> x 12</c>.</summary>
    private static string? Demystified(ref ReadOnlySpan<char> rest)
    {
        var local = Local(ref rest);
        if (rest.StartsWith(" x ", StringComparison.Ordinal) || rest.StartsWith(" [", StringComparison.Ordinal))
        {
            var end = 3;
            while (end < rest.Length && char.IsAsciiDigit(rest[end]))
                end++;
            // " [0]" numbers the lambdas of a method.
            if (rest[1] == 'x' ? end > 3 : local is not null && end < rest.Length && rest[end++] == ']')
                rest = rest[end..];
        }
        return local;
    }

    private static string? Local(ref ReadOnlySpan<char> rest)
    {
        if (rest.Length < 2 || rest[0] != '+' || rest[1] == ' ')
            return null;
        var open = rest.IndexOf('(');
        var close = open < 0 ? -1 : StackText.MatchingClose(rest, open, '(', ')');
        if (close < 0)
            return null;
        var local = rest[1..open].ToString();
        rest = rest[(close + 1)..];
        if (rest.TrimStart().StartsWith("=>", StringComparison.Ordinal))
        {
            rest = rest[(rest.IndexOf('}') + 1)..];
            return ManagedName.Lambda;
        }
        // The members of an iterator are its body, as MoveNext is: <>m__Finally1, System.IDisposable.Dispose.
        return local is "MoveNext" or "" || local.StartsWith("<>m__", StringComparison.Ordinal) || local.StartsWith("System.", StringComparison.Ordinal) ? null : local;
    }
}
