using System.Diagnostics;
using System.Threading.Channels;
using ErrorTelemetry.Metrics;
using ErrorTelemetry.Processing.Validation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Capture;

/// <summary>The edge where errors of this process come in: hands them over and returns. Never throws, never blocks.</summary>
internal sealed class ErrorCapture : IErrorReporter, IAsyncDisposable, IDisposable
{
    /// <summary>With what disposing takes after it (<see cref="LastDrainTime"/>, as much in the writer, and less in a store), a stopping host drains for at most 5 s.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(3.5);

    private static readonly TimeSpan LastDrainTime = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan DropLogInterval = TimeSpan.FromMinutes(1);

    private readonly bool _enabled;
    private readonly int _capacity;
    private readonly ReportedExceptions _reported = new();
    private readonly IErrorContextProvider[] _providers;
    private readonly ICorrelationIdAccessor[] _correlationIds;
    private readonly Channel<CapturedError> _queue;
    private readonly CaptureWorker _worker;
    private readonly TelemetryMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private volatile bool _hasDrained;
    private volatile bool _closed;
    private long _dropped;
    private long _dropsLoggedAt;

    public ErrorCapture(
        IOptions<ErrorTelemetryOptions> options,
        IOptions<ErrorProcessingOptions> processing,
        IEnumerable<IErrorContextProvider> providers,
        IEnumerable<ICorrelationIdAccessor> correlationIds,
        CaptureWorker worker,
        MadeCapture made,
        TelemetryMetrics metrics,
        TimeProvider time,
        ILogger<ErrorCapture> logger)
    {
        _enabled = options.Value.Enabled;
        _capacity = processing.Value.CaptureQueueCapacity;
        _providers = [.. providers];
        _correlationIds = [.. correlationIds];
        _worker = worker;
        _metrics = metrics;
        _time = time;
        _logger = logger;
        _queue = Channel.CreateBounded<CapturedError>(new BoundedChannelOptions(_capacity));
        made.Capture = this;
    }

    /// <inheritdoc/>
    public ReportId Report(Exception exception, ErrorContext? context = null)
    {
        if (!_enabled || exception is null)
            return ReportId.None;
        try
        {
            context = Enrich(context?.Copy() ?? new ErrorContext());
            var first = ReportId.None;
            foreach (var leaf in ExceptionChain.Leaves(exception))
            {
                var id = ReportOne(leaf, context);
                first = first.IsNone ? id : first;
            }

            return first;
        }
        catch (Exception failure)
        {
            return Failed(failure);
        }
    }

    /// <summary>Reports a 5xx response without an exception.</summary>
    public ReportId ReportStatus(string method, string? route, int statusCode, ErrorContext context)
    {
        if (!_enabled)
            return ReportId.None;
        try
        {
            context = Enrich(context.Copy());
            return HandOver(new CapturedError
            {
                Status = new StatusError(method, route, statusCode),
                Context = context,
                Id = NewId(context),
                Timestamp = _time.GetUtcNow(),
            });
        }
        catch (Exception failure)
        {
            return Failed(failure);
        }
    }

    /// <inheritdoc/>
    public async Task FlushAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        if (!_worker.HasStarted)
            return;
        var flushed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var limit = new CancellationTokenSource(timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var marker = new CapturedError { Context = new ErrorContext(), Id = ReportId.None, Timestamp = default, Flushed = flushed };
            _worker.Hurry();
            await _queue.Writer.WriteAsync(marker, either.Token).ConfigureAwait(false);
            _worker.Hurry();
            await flushed.Task.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time is up: what is still queued goes on in the background.
        }
        catch (ChannelClosedException)
        {
            // Stopped: whatever there was has been waited for by the stop itself.
        }
    }

    /// <summary>What a stopping host waits for, before it disposes its services.</summary>
    public Task DrainAsync(CancellationToken cancellationToken)
    {
        _hasDrained = true;
        return FlushAsync(DrainTime, cancellationToken);
    }

    /// <summary>Takes nothing more and waits for what was handed over; only shortly if a stopping host has waited already.</summary>
    public async ValueTask DisposeAsync()
    {
        _closed = true;
        _queue.Writer.TryComplete();
        await _worker.StopAsync(_queue.Reader, _hasDrained ? LastDrainTime : DrainTime).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private ReportId ReportOne(Exception exception, ErrorContext context)
    {
        var id = NewId(context);
        if (!_reported.TryMark(exception, context.Scope, id, out var earlier))
            return earlier;
        return HandOver(new CapturedError { Exception = exception, Context = context, Id = id, Timestamp = _time.GetUtcNow() });
    }

    private ReportId HandOver(CapturedError captured)
    {
        _worker.Start(_queue.Reader);
        var queued = _queue.Writer.TryWrite(captured);
        if (_queue.Reader.Count >= _capacity / 2)
            _worker.Hurry();
        if (queued)
            return captured.Id;
        Drop();
        return ReportId.None;
    }

    private ReportId Failed(Exception failure)
    {
        Log.CaptureFailed(_logger, failure.GetType().FullName);
        _metrics.TryDiscarded(DiscardReasons.PipelineFailed);
        return ReportId.None;
    }

    private void Drop()
    {
        if (_closed)
        {
            _metrics.Discarded(DiscardReasons.Stopped);
            return;
        }

        _metrics.Discarded(DiscardReasons.QueueFull);
        Interlocked.Increment(ref _dropped);
        // A storm that fills the queue must not fill the log as well.
        var last = Volatile.Read(ref _dropsLoggedAt);
        var now = _time.GetTimestamp();
        if ((last == 0 || _time.GetElapsedTime(last, now) >= DropLogInterval) && Interlocked.CompareExchange(ref _dropsLoggedAt, now, last) == last)
            Log.CaptureQueueFull(_logger, Interlocked.Exchange(ref _dropped, 0), _capacity);
    }

    private ErrorContext Enrich(ErrorContext context)
    {
        foreach (var provider in _providers)
        {
            try
            {
                provider.Provide(context);
            }
            catch (Exception failure)
            {
                Log.ContextProviderFailed(_logger, failure.GetType().FullName);
            }
        }

        return context;
    }

    private ReportId NewId(ErrorContext context) => new(Identifiers.NewEventId(), context.CorrelationId ?? CurrentCorrelationId() ?? Identifiers.NewPageId());

    private string? CurrentCorrelationId()
    {
        foreach (var accessor in _correlationIds)
        {
            if (accessor.Current is { } id)
                return id;
        }

        return Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId.ToHexString() : null;
    }
}
