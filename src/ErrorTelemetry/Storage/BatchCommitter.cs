using ErrorTelemetry.Metrics;
using Microsoft.Extensions.Logging;

namespace ErrorTelemetry.Storage;

/// <summary>Commits one batch, with bounded retries, and tells every caller what became of its event. Throws only what a listener of the metrics or a logger throws, after the callers know.</summary>
internal sealed class BatchCommitter(IErrorStore store, TimeSpan retryBudget, TelemetryMetrics metrics, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(1);

    // While the store is down every batch tries once only, so that callers learn it early and the queue does not stand still.
    private volatile bool _down;

    public async Task CommitAsync(List<PendingEvent> batch, CancellationToken stop)
    {
        var events = new ErrorEvent[batch.Count];
        for (var i = 0; i < events.Length; i++)
            events[i] = batch[i].Event;
        var started = time.GetTimestamp();
        var delay = FirstDelay;
        while (true)
        {
            IReadOnlyList<RecordOutcome> outcomes;
            try
            {
                outcomes = await store.RecordAsync(events, stop).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                var transient = exception is ErrorStoreException { IsTransient: true } && !stop.IsCancellationRequested;
                if (!transient || _down || time.GetElapsedTime(started) + delay > retryBudget)
                {
                    Fail(batch, exception);
                    return;
                }

                await Task.Delay(delay, time, CancellationToken.None).ConfigureAwait(false);
                delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
                continue;
            }

            Succeed(batch, outcomes);
            return;
        }
    }

    private void Succeed(List<PendingEvent> batch, IReadOnlyList<RecordOutcome> outcomes)
    {
        // Callers first: what listens to metrics may throw.
        for (var i = 0; i < batch.Count; i++)
            batch[i].Complete(outcomes[i] == RecordOutcome.Duplicate ? IngestStatus.Duplicate : IngestStatus.Recorded);

        if (_down)
        {
            _down = false;
            Log.StoreRecovered(logger);
        }

        metrics.Batch(batch.Count);
        for (var i = 0; i < batch.Count; i++)
        {
            if (outcomes[i] == RecordOutcome.Duplicate)
                metrics.Duplicate();
            else
                metrics.Recorded(batch[i].Event);
        }
    }

    private void Fail(List<PendingEvent> batch, Exception exception)
    {
        foreach (var pending in batch)
            pending.Complete(IngestStatus.Unavailable, DiscardReasons.StoreUnavailable, LongestDelay * 10);
        metrics.Discarded(DiscardReasons.StoreUnavailable, count: batch.Count);
        var first = !_down;
        _down = true;
        // Once per outage, not once per batch: a log is no place for a storm either. A store's own exception says what to do.
        if (first)
            Log.StoreFailed(logger, batch.Count, exception is ErrorStoreException ? exception.Message : exception.GetType().FullName!);
    }
}
