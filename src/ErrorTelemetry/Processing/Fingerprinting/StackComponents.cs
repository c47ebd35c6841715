using ErrorTelemetry.Processing.Fingerprinting.Frames;
using ErrorTelemetry.Processing.Fingerprinting.Normalization;

namespace ErrorTelemetry.Processing.Fingerprinting;

/// <summary>The components of an error with a type, perhaps frames, perhaps causes.</summary>
internal static class StackComponents
{
    /// <summary>Most frames that count: enough to tell callers of a shared helper apart, few enough that engines which keep short stacks agree.</summary>
    private const int FrameCount = 5;

    public static void Add(FingerprintInput input, List<string> components)
    {
        components.Add($"type: {TypeNames.Normalize(input.Type)}");
        var known = AddFrames(input.Frames, "frame", FrameCount, components);
        var causes = AddCauses(input, components);
        if (!known && !causes)
            AddMessage("message", input.Message, components);
    }

    /// <summary>Adds each distinct frame of the app's own, else of all, so that neither recursion depth nor framework versions count.</summary>
    /// <returns>Whether the topmost is the app's own and has a name: then place and type say enough.</returns>
    private static bool AddFrames(IReadOnlyList<ErrorFrame> frames, string label, int count, List<string> components)
    {
        var inApp = frames.Any(f => f.InApp);
        var first = components.Count;
        var topmostNamed = false;
        foreach (var frame in frames)
        {
            if (components.Count - first >= count)
                break;
            if (frame.InApp != inApp || FrameNoise.IsNoise(frame))
                continue;
            var name = FrameNames.Normalize(frame, out var named);
            if (name.Length == 0)
                continue;
            if (components.Count == first)
                topmostNamed = named;
            var component = $"{label}: {name}";
            if (components.IndexOf(component, first) < 0)
                components.Add(component);
        }
        return inApp && topmostNamed;
    }

    private static bool AddCauses(FingerprintInput input, List<string> components)
    {
        var known = false;
        if (input.Causes.Count == 0)
            return known;
        var parts = new List<string>();
        var frames = new List<string>(1);
        foreach (var cause in input.Causes)
        {
            frames.Clear();
            var blamed = AddFrames(cause.Frames, "in", 1, frames);
            if (!blamed)
                AddMessage("message", cause.Message, frames);
            known |= blamed;
            parts.Add($"cause: {TypeNames.Normalize(cause.Type)} {string.Join(' ', frames)}".TrimEnd());
        }
        // The errors of parallel tasks come in any order.
        if (input.Type.EndsWith("AggregateException", StringComparison.Ordinal) || input.Type == "AggregateError")
            parts.Sort(StringComparer.Ordinal);
        components.AddRange(parts.Distinct(StringComparer.Ordinal));
        return known;
    }

    private static void AddMessage(string label, string message, List<string> components)
    {
        var parameterized = MessageParameterizer.Parameterize(message);
        if (parameterized.Length > 0)
            components.Add($"{label}: {parameterized}");
    }
}
