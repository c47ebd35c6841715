namespace ErrorTelemetry.Processing.Noise;

/// <summary>Finds the frame that crashed by a light look at the first lines of a stack, before any parser runs.</summary>
internal static class StackHead
{
    private const int MaxLines = 24;
    private const int MaxLineChars = 1_024;
    private const int MaxHeadChars = 4_096;

    /// <summary>As much of the stack as can hold the frame that crashed.</summary>
    public static ReadOnlySpan<char> Head(string? stack) => stack.AsSpan(0, Math.Min(stack?.Length ?? 0, MaxHeadChars));

    /// <summary>The first line that names a place; empty where there is none.</summary>
    public static Range CrashFrame(string? stack)
    {
        var rest = Head(stack);
        var from = 0;
        for (var line = 0; line < MaxLines && from < rest.Length; line++)
        {
            var end = rest[from..].IndexOf('\n');
            var whole = end < 0 ? rest[from..] : rest.Slice(from, end);
            var current = whole.Trim();
            if (current.Length > MaxLineChars) current = current[..MaxLineChars];
            if (IsFrame(current))
            {
                var start = from + (whole.Length - whole.TrimStart().Length);
                return new Range(start, start + current.Length);
            }

            from += whole.Length + 1;
        }

        return default;
    }

    /// <summary><c>at …</c> of Chromium and .NET, <c>name@place:1:2</c> of Firefox and Safari; native and anonymous places of the engine do not crash.</summary>
    private static bool IsFrame(ReadOnlySpan<char> line)
    {
        if (line.StartsWith("at ")) return !line.EndsWith("(<anonymous>)") && !line.EndsWith("(native)") && !line.Contains("[native code]", StringComparison.Ordinal);
        if (line.EndsWith("@[native code]") || line.Equals("[native code]", StringComparison.Ordinal)) return false;
        var place = line[(line.LastIndexOf('@') + 1)..];
        var scheme = place.IndexOf("://");
        if (scheme > 0 && !place[..scheme].Contains(' ') && line.Length > 0 && char.IsAsciiDigit(line[^1])) return true;
        return line.Contains('@') && line.Length > 0 && char.IsAsciiDigit(line[^1]) && place.Contains(':');
    }
}
