namespace ErrorTelemetry.Processes;

/// <summary>How long the tests wait for a browser or a process: no measure of speed, but the end of what would never come.</summary>
internal static class Bound
{
    /// <summary>Of one step: a start, an end.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(4);

    private static readonly TimeSpan LeaveTaking = TimeSpan.FromSeconds(30);

    /// <summary>Waits a while for the end of what has nothing to tell any more: Chromium may never answer the closing of a context whose page is under way to another one. The browser's end takes it along.</summary>
    public static Task EndedAsync(ValueTask end) => Task.WhenAny(end.AsTask(), Task.Delay(LeaveTaking, TimeProvider.System)).Unwrap();

    /// <summary>Waits for a step.</summary>
    /// <exception cref="TimeoutException">It did not come; the message says which.</exception>
    public static async Task<T> WithinAsync<T>(Task<T> step, string name)
    {
        await WithinAsync((Task)step, name);
        return await step;
    }

    /// <inheritdoc cref="WithinAsync{T}"/>
    public static async Task WithinAsync(Task step, string name)
    {
        try
        {
            await step.WaitAsync(Step, TimeProvider.System);
        }
        catch (TimeoutException) when (!step.IsCompleted)
        {
            throw new TimeoutException($"{name} did not come within {Step}.");
        }
    }
}
