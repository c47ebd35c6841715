namespace ErrorTelemetry.Processing.Noise;

/// <summary>Finds the frame that crashed by a light look at the first lines of a stack, before any parser runs.</summary>
internal static class StackHead
{
    private const int MaxLines = 24;
    private const int MaxLineChars = 1_024;

    /// <summary>The first line that names a place; empty where there is none.</summary>
    public static string CrashFrame(string? stack)
    {
        if (string.IsNullOrEmpty(stack)) return string.Empty;
        var rest = stack.AsSpan();
        for (var line = 0; line < MaxLines && !rest.IsEmpty; line++)
        {
            var end = rest.IndexOf('\n');
            var current = (end < 0 ? rest : rest[..end]).Trim();
            rest = end < 0 ? default : rest[(end + 1)..];
            if (current.Length > MaxLineChars) current = current[..MaxLineChars];
            if (IsFrame(current)) return current.ToString();
        }

        return string.Empty;
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
