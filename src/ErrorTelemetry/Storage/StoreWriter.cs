using System.Threading.Channels;
using ErrorTelemetry.Hosting;
using ErrorTelemetry.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Storage;

/// <summary>Group commit: while one batch is being committed the next one gathers, so that many events cost one commit and every caller learns when its own is durable.</summary>
internal sealed class StoreWriter : IAsyncDisposable, IDisposable
{
    /// <summary>How often, and for how long, a batch lets other work go first, so that a steady stream cannot hold it back.</summary>
    private const int GatherTurns = 64;

    /// <summary>How often it offers the core to other threads when the pool has no work left: one that reads sockets brings the next requests. Costs nothing on an idle core.</summary>
    private const int GatherYields = 4;

    private static readonly TimeSpan GatherTime = TimeSpan.FromMilliseconds(5);

    /// <summary>When to come back where the queue is full.</summary>
    public static readonly TimeSpan RetryAfterFull = TimeSpan.FromSeconds(5);

    private readonly Channel<PendingEvent> _queue;
    private readonly BatchCommitter _committer;
    private readonly TelemetryMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly int _maxBatch;
    private readonly int _capacity;
    private readonly CancellationTokenSource _stop = new();

    // Outlives its source: a worker that was not waited for may still ask it.
    private readonly CancellationToken _stopping;
    private readonly Lazy<Task> _workers;
    private volatile bool _closed;

    public StoreWriter(IErrorStore store, IOptions<ErrorProcessingOptions> options, TelemetryMetrics metrics, TimeProvider time, ILogger<StoreWriter> logger)
    {
        var settings = options.Value;
        _metrics = metrics;
        _time = time;
        _maxBatch = settings.MaxBatchEvents;
        _capacity = settings.WriterQueueCapacity;
        _stopping = _stop.Token;
        _committer = new BatchCommitter(store, TimeSpan.FromMilliseconds(settings.StoreRetryMilliseconds), metrics, time, logger);
        var batches = settings.MaxConcurrentBatches > 0 ? settings.MaxConcurrentBatches : Math.Max(1, store.ConcurrentBatches);
        _queue = Channel.CreateBounded<PendingEvent>(new BoundedChannelOptions(settings.WriterQueueCapacity) { SingleReader = batches == 1 });
        _workers = new Lazy<Task>(() => Task.WhenAll(Enumerable.Range(0, batches).Select(_ => DetachedWork.Run(RunAsync))));
    }

    /// <summary>Whether a report that comes now would find no room, so that it need not be read first.</summary>
    public bool IsFull => _queue.Reader.Count >= _capacity;

    /// <summary>Queues an event and waits for its batch. A full queue answers at once: a caller from outside is told to come back.</summary>
    public ValueTask<IngestOutcome> WriteAsync(ErrorEvent errorEvent, CancellationToken cancellationToken)
    {
        Start();
        var pending = new PendingEvent(errorEvent);
        if (_queue.Writer.TryWrite(pending))
            return new ValueTask<IngestOutcome>(pending.Outcome.WaitAsync(cancellationToken));

        var reason = _closed ? DiscardReasons.Stopped : DiscardReasons.QueueFull;
        _metrics.Discarded(reason);
        return ValueTask.FromResult(new IngestOutcome(IngestStatus.Unavailable, errorEvent.Fingerprint, reason, RetryAfterFull));
    }

    /// <summary>Queues an event as soon as there is room, and returns the task of its outcome: the way of this process's own errors, whose queue lies before.</summary>
    public async ValueTask<Task<IngestOutcome>> EnqueueAsync(ErrorEvent errorEvent)
    {
        Start();
        var pending = new PendingEvent(errorEvent);
        try
        {
            await _queue.Writer.WriteAsync(pending).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            _metrics.Discarded(DiscardReasons.Stopped);
            pending.Complete(IngestStatus.Unavailable, DiscardReasons.Stopped);
        }

        return pending.Outcome;
    }

    /// <summary>Takes nothing more and waits for what is queued, at most as long as said.</summary>
    public async Task StopAsync(TimeSpan timeout)
    {
        _closed = true;
        if (!_queue.Writer.TryComplete() || !_workers.IsValueCreated)
            return;
        try
        {
            await _workers.Value.WaitAsync(timeout, _time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await _stop.CancelAsync().ConfigureAwait(false);
        }

        while (_queue.Reader.TryRead(out var left))
        {
            _metrics.Discarded(DiscardReasons.Stopped);
            left.Complete(IngestStatus.Unavailable, DiscardReasons.Stopped);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Whoever waits for an event has been drained before; see ErrorCapture.
        await StopAsync(TimeSpan.FromMilliseconds(500)).ConfigureAwait(false);
        await _stop.CancelAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private void Start() => _ = _workers.Value;

    private async Task RunAsync()
    {
        var batch = new List<PendingEvent>();
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            await GatherAsync(batch).ConfigureAwait(false);
            if (batch.Count > 0)
                await CommitAsync(batch).ConfigureAwait(false);
            batch.Clear();
        }
    }

    private async Task CommitAsync(List<PendingEvent> batch)
    {
        try
        {
            await _committer.CommitAsync(batch, _stopping).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // A listener or logger of the host threw. The worker must go on, and nobody may be left waiting, nor uncounted.
            var left = batch.Count(static pending => pending.Complete(IngestStatus.Unavailable, DiscardReasons.StoreUnavailable, RetryAfterFull));
            if (left > 0)
                _metrics.TryDiscarded(DiscardReasons.StoreUnavailable, count: left);
        }
    }

    /// <summary>
    /// Takes what is queued, and steps back behind the work that waits for a thread, as long as there is some or that brings more: the requests that are already here
    /// join this commit. Batches are sized by the load that way, without a timer; an idle host gets its thread back in microseconds.
    /// </summary>
    private async ValueTask GatherAsync(List<PendingEvent> batch)
    {
        Take(batch);
        var started = _time.GetTimestamp();
        for (var turn = 0; turn < GatherTurns && batch.Count > 0 && batch.Count < _maxBatch && _time.GetElapsedTime(started) < GatherTime; turn++)
        {
            var before = batch.Count;
            await Task.Factory.StartNew(static () => { }, CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default).ConfigureAwait(false);
            Take(batch);
            if (batch.Count > before || ThreadPool.PendingWorkItemCount > 0)
                continue;
            for (var i = 0; i < GatherYields; i++)
                Thread.Yield();
            Take(batch);
            if (batch.Count == before && ThreadPool.PendingWorkItemCount == 0)
                return;
        }
    }

    private void Take(List<PendingEvent> batch)
    {
        while (batch.Count < _maxBatch && _queue.Reader.TryRead(out var pending))
            batch.Add(pending);
    }
}
