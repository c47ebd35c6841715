using System.Buffers;

namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>
/// The lines of a stack that a logger wrote into one: the breaks dropped (<c>x: m   at A.B()   at C.D()</c>) or written out (<c>x: m\r\n   at A.B()</c>). Each
/// of these marks is what a line starts with, and nothing that stands inside of a frame.
/// </summary>
internal static class FlatStack
{
    private const string Frame = "   at ";

    /// <summary>A written-out break and the blanks before a frame, in any language.</summary>
    private const string AnyFrame = "\\n   ";

    /// <summary>A written-out break is followed by a blank or a dash, as a folder's <c>\n…</c> is not.</summary>
    private static readonly SearchValues<string> s_starts =
        SearchValues.Create([Frame, "--- End of ", " ---> (", "\\n ", "\\n-"], StringComparison.Ordinal);

    /// <summary>Whether the text has frames, but no line.</summary>
    public static bool Is(string text) =>
        !text.Contains('\n', StringComparison.Ordinal) && (text.Contains(Frame, StringComparison.Ordinal) || text.Contains(AnyFrame, StringComparison.Ordinal));

    /// <summary>Where the line that starts at <paramref name="start"/> ends; the next starts there.</summary>
    public static int End(string text, int start)
    {
        // What the line itself starts with is no break.
        var from = Math.Min(text.Length, start + Frame.Length);
        var length = text.AsSpan(from).IndexOfAny(s_starts);
        return length < 0 ? text.Length : from + length;
    }

    /// <summary>The line without the written-out break before and behind it.</summary>
    public static void Trim(string text, ref int start, ref int end)
    {
        if (text.AsSpan(start, end - start).StartsWith("\\n", StringComparison.Ordinal))
            start += 2;
        var line = text.AsSpan(start, end - start);
        if (line.EndsWith("\\r\\n", StringComparison.Ordinal))
            end -= 4;
        else if (line.EndsWith("\\r", StringComparison.Ordinal) || line.EndsWith("\\n", StringComparison.Ordinal))
            end -= 2;
    }
}
