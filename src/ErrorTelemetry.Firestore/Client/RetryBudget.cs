namespace ErrorTelemetry.Client;

/// <summary>How long one piece of work may go on trying, over all the calls that it makes.</summary>
internal sealed class RetryBudget(TimeSpan limit, TimeProvider time, Func<double> jitter)
{
    private readonly long _started = time.GetTimestamp();
    private int _attempts;

    /// <summary>Waits before the next try; <see langword="false"/> at once if the budget would be gone by then.</summary>
    public async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        var delay = RetryPolicy.DelayAfter(++_attempts, jitter());
        if (time.GetElapsedTime(_started) + delay > limit)
            return false;
        await Task.Delay(delay, time, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
