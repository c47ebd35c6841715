using System.Buffers;

namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>
/// A line of Unity's console: <c>Shop.Cart.Total (System.Int32 x) (at Assets/Cart.cs:12)</c>, <c>Cart:Total(Int32)</c>. No word stands before it, so that only
/// its whole form tells it from a message.
/// </summary>
internal static class UnityLine
{
    private const string Place = " (at ";

    private static readonly SearchValues<char> s_typeChars =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.+/`<>[],");

    private static readonly string[] s_keywords = ["bool", "byte", "char", "double", "float", "int", "intptr", "long", "object", "short", "single", "string", "uint", "uintptr", "ulong"];

    public static bool TryParse(ReadOnlySpan<char> line, ref FrameBuilder frames)
    {
        if (!line.EndsWith(")", StringComparison.Ordinal))
            return false;
        var place = line.LastIndexOf(Place, StringComparison.Ordinal);
        if (place > 0)
        {
            var location = SourceLocation.Parse(line[(place + Place.Length)..^1]);
            return location.Line is not null || location.File.StartsWith("<", StringComparison.Ordinal) ? TryMethod(line[..place], location, ref frames) : false;
        }
        return IsColonForm(line) && TryMethod(line, default, ref frames);
    }

    private static bool TryMethod(ReadOnlySpan<char> method, SourceLocation location, ref FrameBuilder frames)
    {
        if (!method.EndsWith(")", StringComparison.Ordinal) || StackText.MatchingOpen(method, '(', ')') is not (> 0 and var open))
            return false;
        var name = method[..open].TrimEnd();
        var colon = name.IndexOf(':');
        if (name.Contains(' ') || name.IndexOfAny('.', ':') <= 0)
            return false;
        var managed = colon > 0 ? ManagedName.Parse($"{name[..colon]}.{name[(colon + 1)..]}".Replace('/', '+')) : ManagedName.Parse(name);
        var known = !location.File.StartsWith("<", StringComparison.Ordinal);
        frames.AddManaged(managed.Function, managed.Module, known ? location.File : default, known ? location.Line : null);
        return true;
    }

    /// <summary><c>Ns.Type:Method(Type, Type)</c>, newer ones <c>Ns.Type:Method (type,type)</c>: one colon between names that start as .NET's do.</summary>
    private static bool IsColonForm(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        var open = line.IndexOf('(');
        if (colon <= 0 || open <= colon + 1 || !char.IsAsciiLetterUpper(line[0]) || !(char.IsAsciiLetter(line[colon + 1]) || line[colon + 1] is '<' or '.'))
            return false;
        var method = line[(colon + 1)..open];
        if (method[^1] == ' ' && !AreTypes(line[(open + 1)..^1]))
            return false;
        return !line[..colon].ContainsAnyExcept(s_typeChars) && !method.TrimEnd().ContainsAnyExcept(s_typeChars) && line[open..].IndexOfAny(':', '"', '\'') < 0;
    }

    /// <summary>Whether a list in brackets is one of types, and not prose as in <c>Error:timeout (expired)</c>.</summary>
    private static bool AreTypes(ReadOnlySpan<char> list)
    {
        foreach (var range in list.Split(','))
        {
            var type = list[range].Trim();
            if (type.IsEmpty || type.Contains('.') || char.IsAsciiLetterUpper(type[0]) || IsKeyword(type.TrimEnd(['[', ']', '&', '*'])))
                continue;
            return false;
        }
        return true;
    }

    private static bool IsKeyword(ReadOnlySpan<char> type)
    {
        foreach (var keyword in s_keywords)
        {
            if (type.SequenceEqual(keyword))
                return true;
        }
        return false;
    }
}
