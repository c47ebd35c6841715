using System.Globalization;

namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>Opera before it became Chromium: <c>Line 42 of linked script URL: In function foo</c> and <c>Error thrown at line 42, column 12 in &lt;anonymous function: foo&gt;(x) in URL:</c>.</summary>
internal static class OperaLine
{
    public static bool TryParse(ReadOnlySpan<char> line, ref FrameBuilder frames)
    {
        var start = line.IndexOf("line ", StringComparison.OrdinalIgnoreCase);
        if (start < 0 || !(start == 0 || line[start - 1] == ' '))
            return false;
        var rest = line[(start + "line ".Length)..];
        if (!TakeNumber(ref rest, out var number))
            return false;
        return TryScript(rest, number, ref frames) || TryColumn(rest, number, ref frames);
    }

    private static bool TryScript(ReadOnlySpan<char> rest, int number, ref FrameBuilder frames)
    {
        var script = rest.IndexOf("script ", StringComparison.Ordinal);
        if (script < 0 || !rest.StartsWith(" of ", StringComparison.Ordinal))
            return false;
        var place = rest[(script + "script ".Length)..];
        if (place.StartsWith("in ", StringComparison.Ordinal))
            place = place["in ".Length..];
        const string InFunction = ": in function ";
        var named = place.IndexOf(InFunction, StringComparison.OrdinalIgnoreCase);
        var function = named < 0 ? default : place[(named + InFunction.Length)..];
        place = named < 0 ? place : place[..named];
        if (place.Contains(' '))
            return false;
        frames.AddScript(function, new SourceLocation(place, number, null));
        return true;
    }

    private static bool TryColumn(ReadOnlySpan<char> rest, int number, ref FrameBuilder frames)
    {
        const string Column = ", column ";
        if (!rest.StartsWith(Column, StringComparison.Ordinal))
            return false;
        rest = rest[Column.Length..];
        if (!TakeNumber(ref rest, out var column))
            return false;
        var place = rest.LastIndexOf(" in ", StringComparison.Ordinal);
        if (place < 0)
            return false;
        var file = rest[(place + " in ".Length)..].TrimEnd(':');
        var function = rest[..place].Trim();
        if (function.StartsWith("in ", StringComparison.Ordinal))
            function = function["in ".Length..];
        if (function.EndsWith(")", StringComparison.Ordinal) && StackText.MatchingOpen(function, '(', ')') is >= 0 and var open)
            function = function[..open];
        const string Anonymous = "<anonymous function";
        if (function.StartsWith(Anonymous, StringComparison.Ordinal))
            function = function[Anonymous.Length..].Trim([':', ' ', '>']);
        frames.AddScript(function, new SourceLocation(file, number, column));
        return true;
    }

    private static bool TakeNumber(ref ReadOnlySpan<char> text, out int number)
    {
        var end = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (!int.TryParse(text[..end], NumberStyles.None, CultureInfo.InvariantCulture, out number))
            return false;
        text = text[end..];
        return true;
    }
}
