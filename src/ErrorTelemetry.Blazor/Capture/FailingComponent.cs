namespace ErrorTelemetry.Capture;

/// <summary>Finds the component that failed by the lifecycle method in the stack: the framework does not say which one it was.</summary>
internal static class FailingComponent
{
    private static readonly string[] LifecycleMethods =
    [
        "BuildRenderTree", "OnInitialized", "OnInitializedAsync", "OnParametersSet", "OnParametersSetAsync", "SetParametersAsync",
        "OnAfterRender", "OnAfterRenderAsync", "ShouldRender", "Dispose", "DisposeAsync",
    ];

    /// <summary>The component stack, innermost first: the failing component where it is known, then the boundaries around it.</summary>
    public static string? Describe(Exception exception, string? boundaries)
    {
        if (Find(exception.StackTrace) is not { } component)
            return boundaries;
        return boundaries is null ? $"in {component}" : $"in {component}\n{boundaries}";
    }

    /// <summary>The type in the first frame that is a lifecycle method outside the framework; <see langword="null"/> where there is none.</summary>
    public static string? Find(string? stack)
    {
        foreach (var line in stack.AsSpan().EnumerateLines())
        {
            var frame = line.TrimStart();
            if (!frame.StartsWith("at ", StringComparison.Ordinal))
                continue;
            frame = frame[3..];
            var end = frame.IndexOf('(');
            var dot = end < 0 ? -1 : frame[..end].LastIndexOf('.');
            if (dot <= 0 || frame.StartsWith("Microsoft.AspNetCore.Components.", StringComparison.Ordinal))
                continue;
            if (IsLifecycleMethod(frame[(dot + 1)..end]))
                return frame[..dot].ToString();
        }

        return null;
    }

    private static bool IsLifecycleMethod(ReadOnlySpan<char> method)
    {
        foreach (var name in LifecycleMethods)
        {
            if (method.SequenceEqual(name))
                return true;
        }

        return false;
    }
}
