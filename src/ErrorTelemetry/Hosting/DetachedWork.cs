namespace ErrorTelemetry.Hosting;

/// <summary>Starts work that outlives whichever request happened to start it.</summary>
internal static class DetachedWork
{
    /// <summary>Runs on the thread pool without the caller's activity and locals: the store's own calls must not end up in one request's trace for ever.</summary>
    public static Task Run(Func<Task> work)
    {
        // Suppressing it twice is an error.
        if (ExecutionContext.IsFlowSuppressed())
            return Task.Run(work);
        using (ExecutionContext.SuppressFlow())
            return Task.Run(work);
    }
}
