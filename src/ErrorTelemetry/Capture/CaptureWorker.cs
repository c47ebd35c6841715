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
    private const int MostAtOnce = 1024;

    private static readonly TimeSpan GatherTime = TimeSpan.FromMilliseconds(10);

    private readonly Lock _gate = new();
    private Task? _running;
    private TaskCompletionSource? _pause;
    private int _hurried;

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

    /// <summary>Waits until the completed queue is empty, at most as long as said. What is left is lost with the process, and counted.</summary>
    public async Task StopAsync(ChannelReader<CapturedError> queue, TimeSpan timeout)
    {
        if (_running is not { } running)
            return;
        Hurry();
        try
        {
            await running.WaitAsync(timeout, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            var left = 0;
            while (queue.TryRead(out var captured))
            {
                captured.Flushed?.TrySetResult();
                left += captured.Flushed is null ? 1 : 0;
            }

            if (left > 0)
                metrics.TryDiscarded(DiscardReasons.Stopped, count: left);
        }
    }

    /// <summary>Has the next pause end early, or not begin: somebody waits, or the queue fills.</summary>
    public void Hurry()
    {
        Interlocked.Exchange(ref _hurried, 1);
        Volatile.Read(ref _pause)?.TrySetResult();
    }

    private async Task RunAsync(ChannelReader<CapturedError> queue)
    {
        var events = new List<ErrorEvent>();
        var underWay = new List<Task<IngestOutcome>>();
        while (await queue.WaitToReadAsync().ConfigureAwait(false))
        {
            var flushed = TakeAll(queue, events);
            foreach (var errorEvent in events)
                underWay.Add(await writer.EnqueueAsync(errorEvent).ConfigureAwait(false));
            events.Clear();
            if (flushed is null)
            {
                underWay.RemoveAll(static task => task.IsCompleted);
                await PauseAsync().ConfigureAwait(false);
                continue;
            }

            await Task.WhenAll(underWay).ConfigureAwait(false);
            underWay.Clear();
            flushed.TrySetResult();
        }

        await Task.WhenAll(underWay).ConfigureAwait(false);
    }

    /// <summary>Does the text work of what is queued, up to the mark of a flush if there is one.</summary>
    /// <returns>Who waits for all of it to be stored.</returns>
    private TaskCompletionSource? TakeAll(ChannelReader<CapturedError> queue, List<ErrorEvent> events)
    {
        while (events.Count < MostAtOnce && queue.TryRead(out var captured))
        {
            if (captured.Flushed is { } flushed)
                return flushed;
            if (Process(captured) is { } errorEvent)
                events.Add(errorEvent);
        }

        return null;
    }

    /// <summary>Lets errors gather: the first one is worked on at once, those of a storm share the way to the store instead of waking a thread each.</summary>
    private async Task PauseAsync()
    {
        var pause = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref _pause, pause);
        if (Interlocked.Exchange(ref _hurried, 0) == 0)
        {
            var timer = time.CreateTimer(static state => ((TaskCompletionSource)state!).TrySetResult(), pause, GatherTime, Timeout.InfiniteTimeSpan);
            await using (timer.ConfigureAwait(false))
                await pause.Task.ConfigureAwait(false);
        }

        Volatile.Write(ref _pause, null);
    }

    private ErrorEvent? Process(CapturedError captured)
    {
        try
        {
            var result = pipeline.Process(ExceptionReports.Create(captured), ReportSource.Server, captured.Timestamp);
            if (result.Event is null)
                metrics.TryDiscarded(result.DiscardReason!, result.Rule);
            return result.Event;
        }
        catch (Exception exception)
        {
            // One error that cannot be read must not end the worker, and with it the capture of all later ones.
            Log.CaptureFailed(logger, exception.GetType().FullName);
            metrics.TryDiscarded(DiscardReasons.PipelineFailed);
            return null;
        }
    }
}
