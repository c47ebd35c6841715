namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>
/// A .NET frame without a word before it: of .NET Framework's error page, <c>Shop.Cart.Total(Int32 x) in C:\Cart.cs:12</c> and <c>System.Web.UI.Page.Load() +71</c>, and of
/// Mono's wrappers in Unity's console. No word tells it from a message, so that only its whole form counts.
/// </summary>
internal static class BareLine
{
    public static bool TryParse(ReadOnlySpan<char> line, ref FrameBuilder frames)
    {
        if (WrapperLine.TryStrip(ref line))
            return WrapperLine.TryParse(line, ref frames) || ManagedLine.TryParse(line, ref frames);
        var open = line.IndexOf('(');
        if (open <= 0 || !(char.IsLetter(line[0]) || line[0] is '_' or '<') || line[..open].ContainsAny(' ', '=') || !line[..open].Contains('.'))
            return false;
        var close = StackText.MatchingClose(line, open, '(', ')');
        return close > 0 && (IsOffset(line[(close + 1)..]) || IsPlace(line[(close + 1)..])) && ManagedLine.TryParse(line, ref frames);
    }

    private static bool IsOffset(ReadOnlySpan<char> rest) =>
        rest.Length > 2 && rest.StartsWith(" +", StringComparison.Ordinal) && !rest[2..].ContainsAnyExceptInRange('0', '9');

    private static bool IsPlace(ReadOnlySpan<char> rest) => rest.StartsWith(" in ", StringComparison.Ordinal) && StackText.StartsWithPath(rest[4..]) && SourceLocation.HasLine(rest);
}
