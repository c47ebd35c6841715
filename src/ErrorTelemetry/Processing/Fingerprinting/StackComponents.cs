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
        var known = RecursionFrames.IsOverflow(input)
            ? RecursionFrames.Add(input.Frames, "frame", FrameCount, components)
            : AddFrames(input.Frames, "frame", FrameCount, components);
        var framed = components.Count > 1;
        var causes = AddCauses(input, components);
        if (!known && !causes && !(framed && RuntimeErrors.Contains(input.Type)))
            AddMessage("message", input.Message, components);
    }

    /// <summary>Adds each distinct frame of the app's own, else of all, so that neither recursion depth nor framework versions count.</summary>
    /// <returns>Whether the topmost is the app's own and has a name: then place and type say enough.</returns>
    private static bool AddFrames(IReadOnlyList<ErrorFrame> frames, string label, int count, List<string> components)
    {
        var inApp = HasInApp(frames);
        var first = components.Count;
        var topmostNamed = false;
        for (var i = 0; i < frames.Count && components.Count - first < count; i++)
        {
            var frame = frames[i];
            if (frame.InApp != inApp || FrameNoise.IsNoise(frame))
                continue;
            var component = FrameNames.Normalize(frame, label, out var named);
            if (component is null)
                continue;
            if (components.Count == first)
                topmostNamed = named;
            if (components.IndexOf(component, first) < 0)
                components.Add(component);
        }
        return inApp && topmostNamed;
    }

    private static bool HasInApp(IReadOnlyList<ErrorFrame> frames)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            if (frames[i].InApp)
                return true;
        }
        return false;
    }

    private static bool AddCauses(FingerprintInput input, List<string> components)
    {
        var known = false;
        if (input.Causes.Count == 0)
            return known;
        var first = components.Count;
        var parts = new List<string>(2);
        foreach (var cause in input.Causes)
        {
            parts.Clear();
            var blamed = AddFrames(cause.Frames, "in", 1, parts);
            if (!blamed && !(parts.Count > 0 && RuntimeErrors.Contains(cause.Type)))
                AddMessage("message", cause.Message, parts);
            known |= blamed;
            var component = parts.Count == 0 ? $"cause: {TypeNames.Normalize(cause.Type)}" : $"cause: {TypeNames.Normalize(cause.Type)} {string.Join(' ', parts)}";
            if (components.IndexOf(component, first) < 0)
                components.Add(component);
        }
        // The errors of parallel tasks come in any order.
        if (input.Type.EndsWith("AggregateException", StringComparison.Ordinal) || input.Type == "AggregateError")
            components.Sort(first, components.Count - first, StringComparer.Ordinal);
        return known;
    }

    private static void AddMessage(string label, string message, List<string> components)
    {
        var parameterized = MessageParameterizer.Parameterize(message);
        if (parameterized.Length > 0)
            components.Add($"{label}: {parameterized}");
    }
}
