using ErrorTelemetry.Processing.Fingerprinting.Normalization;

namespace ErrorTelemetry.Processing.Fingerprinting;

/// <summary>
/// The frames of an overflown stack. Engines keep only its top, which lies anywhere in the cycle and never shows who started it: so what counts is
/// which functions call each other, in no order.
/// </summary>
internal static class RecursionFrames
{
    /// <summary>How far down the cycle is looked for.</summary>
    private const int Depth = 60;

    /// <summary>What engines call it; .NET's own stack overflow leaves no report.</summary>
    private static readonly string[] s_messages = ["call stack", "too much recursion", "stack overflow", "Out of stack space"];

    public static bool IsOverflow(FingerprintInput input)
    {
        if (input.Type is "System.InsufficientExecutionStackException" or "System.StackOverflowException")
            return true;
        if (input.Type is not ("RangeError" or "InternalError" or "Error"))
            return false;
        foreach (var message in s_messages)
        {
            if (input.Message.Contains(message, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary>Adds the functions of the app that occur more than once.</summary>
    /// <returns>Whether there is one: then it says enough.</returns>
    public static bool Add(IReadOnlyList<ErrorFrame> frames, string label, int count, List<string> components)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var cycle = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < frames.Count && i < Depth; i++)
        {
            if (frames[i].InApp && FrameNames.Normalize(frames[i], label, out var named) is { } component && named && !seen.Add(component))
                cycle.Add(component);
        }
        components.AddRange(cycle.Take(count));
        return cycle.Count > 0;
    }
}
