namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>
/// Mono's frame of code that the runtime made: <c>(wrapper managed-to-native) Shop.Cart:Native (intptr)</c>, with a colon between type and method, and MonoMod's of a
/// patched method, which names it in angle brackets: <c>(wrapper dynamic-method) Cart.DMD&lt;Cart::Total&gt;(int)</c>.
/// </summary>
internal static class WrapperLine
{
    private const string Start = "(wrapper ";
    private const string Patched = "::";

    /// <summary>Removes the mark; what follows may also be a method in the usual form.</summary>
    public static bool TryStrip(ref ReadOnlySpan<char> line)
    {
        if (!line.StartsWith(Start, StringComparison.Ordinal) || line.IndexOf(')') is not (> 0 and var close))
            return false;
        line = line[(close + 1)..].TrimStart();
        return true;
    }

    /// <summary>Removes the offset that old Mono writes first: <c>in &lt;0x0004d&gt; Shop.Cart:Total (int)</c>.</summary>
    public static bool TryStripOffset(ref ReadOnlySpan<char> line)
    {
        if (!line.StartsWith("<0x", StringComparison.Ordinal) || line.IndexOf('>') is not (> 0 and var close))
            return false;
        line = line[(close + 1)..].TrimStart();
        return true;
    }

    public static bool TryParse(ReadOnlySpan<char> line, ref FrameBuilder frames)
    {
        var open = line.IndexOf('(');
        if (open <= 0)
            return false;
        var name = line[..open].TrimEnd();
        if (name.Contains(' '))
            return false;
        if (name.IndexOf(Patched, StringComparison.Ordinal) is > 0 and var patched)
        {
            var method = name[(patched + Patched.Length)..];
            var type = name[..patched];
            Add(type[(type.IndexOf('<') + 1)..], method.IndexOf('>') is > 0 and var end ? method[..end] : method, ref frames);
            return true;
        }
        var colon = name.LastIndexOf(':');
        if (colon <= 0 || colon + 1 == name.Length)
            return false;
        Add(name[..colon], name[(colon + 1)..], ref frames);
        return true;
    }

    private static void Add(ReadOnlySpan<char> type, ReadOnlySpan<char> method, ref FrameBuilder frames) => frames.AddManaged(method.ToString(), type, default, null);
}
