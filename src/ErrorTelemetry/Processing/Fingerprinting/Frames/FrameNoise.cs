namespace ErrorTelemetry.Processing.Fingerprinting.Frames;

/// <summary>Frames that only say how a throw or an await is done.</summary>
internal static class FrameNoise
{
    private static readonly string[] s_types =
    [
        "System.Runtime.ExceptionServices.", "System.Runtime.CompilerServices.", "System.ThrowHelper", "System.Threading.Tasks.Task", "System.Threading.ExecutionContext",
        "System.Threading.Tasks.ValueTask", "System.Threading.ThreadPoolWorkQueue", "System.Threading._", "System.Threading.Tasks.ThreadPool", "System.RuntimeMethodHandle", "System.Reflection.",
        "<PrivateImplementationDetails>",
    ];

    public static bool IsNoise(ErrorFrame frame)
    {
        if (frame.Module is null)
            return false;
        foreach (var type in s_types)
        {
            if (frame.Module.StartsWith(type, StringComparison.Ordinal))
                return true;
        }
        return frame.Function is "Throw" or "ThrowIfNull" or "ThrowIfExceptional";
    }
}
