using System.Threading.Channels;
using ErrorTelemetry.Hosting;
using ErrorTelemetry.Metrics;
using ErrorTelemetry.Processing;
using ErrorTelemetry.Storage;
using Microsoft.Extensions.Logging;

namespace ErrorTelemetry.Capture;

/// <summary>Does the text work of captured errors, off the threads that threw them, and queues the events for the store.</summary>
internal sealed class CaptureWorker(ErrorPipeline pipeline, StoreWriter writer, TelemetryMetrics metrics, TimeProvider time, ILogger<CaptureWorker> logger)
{
    private readonly Lock _gate = new();
    private Task? _running;

    public bool HasStarted => Volatile.Read(ref _running) is not null;

    public void Start(ChannelReader<CapturedError> queue)
    {
        if (HasStarted)
            return;
        lock (_gate)
        {
            if (_running is not null)
                return;
            _running = DetachedWork.Run(() => RunAsync(queue));
        }
    }

    /// <summary>Waits until the completed queue is empty, at most as long as said.</summary>
    public async Task StopAsync(TimeSpan timeout)
    {
        if (_running is not { } running)
            return;
        try
        {
            await running.WaitAsync(timeout, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The process must end; what is still queued is lost with it, as the bound says.
        }
    }

    private async Task RunAsync(ChannelReader<CapturedError> queue)
    {
        var underWay = new List<Task<IngestOutcome>>();
        var tidyAt = 1024;
        while (await queue.WaitToReadAsync().ConfigureAwait(false))
        {
            while (queue.TryRead(out var captured))
            {
                if (captured.Flushed is { } flushed)
                {
                    await Task.WhenAll(underWay).ConfigureAwait(false);
                    underWay.Clear();
                    flushed.TrySetResult();
                    continue;
                }

                if (underWay.Count >= tidyAt)
                {
                    underWay.RemoveAll(static task => task.IsCompleted);
                    tidyAt = Math.Max(1024, underWay.Count * 2);
                }

                if (Process(captured) is { } errorEvent)
                    underWay.Add(await writer.EnqueueAsync(errorEvent).ConfigureAwait(false));
            }
        }

        await Task.WhenAll(underWay).ConfigureAwait(false);
    }

    private ErrorEvent? Process(CapturedError captured)
    {
        try
        {
            return TryProcess(captured);
        }
        catch (Exception exception)
        {
            // One error that cannot be read must not end the worker, and with it the capture of all later ones.
            Log.CaptureFailed(logger, exception.GetType().FullName);
            return null;
        }
    }

    private ErrorEvent? TryProcess(CapturedError captured)
    {
        var result = pipeline.Process(ExceptionReports.Create(captured), ReportSource.Server, captured.Timestamp);
        if (result.Event is null)
            metrics.Discarded(result.DiscardReason!, result.Rule);
        return result.Event;
    }
}
