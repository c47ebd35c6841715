using Microsoft.Extensions.Logging;

namespace ErrorTelemetry.Hosting;

/// <summary>Has the store remove what is past its retention, now and then, until the host stops.</summary>
/// <remarks>A timer rather than a loop that waits: at the start of a host nothing of it has to run, nor be compiled.</remarks>
internal sealed class RetentionPurge(IErrorStore store, TimeProvider time, ILogger<RetentionPurge> logger) : IDisposable
{
    /// <summary>Soon after the start as well: a host that is recycled often must not keep data for ever.</summary>
    private static readonly TimeSpan FirstAfter = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private ITimer? _timer;
    private Task _running = Task.CompletedTask;

    public void Start(TimeSpan interval) =>
        _timer = time.CreateTimer(static state => ((RetentionPurge)state!).Begin(), this, FirstAfter, interval);

    /// <summary>Begins no more purges, and ends the one that runs; waits for it at most as long as said, since a store may hang.</summary>
    public async Task StopAsync(TimeSpan timeout)
    {
        _timer?.Dispose();
        Task running;
        lock (_gate)
        {
            _stop.Cancel();
            running = _running;
        }

        await running.WaitAsync(timeout, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _stop.Dispose();
    }

    private void Begin()
    {
        lock (_gate)
        {
            if (_running.IsCompleted && !_stop.IsCancellationRequested)
                _running = PurgeAsync(_stop.Token);
        }
    }

    private async Task PurgeAsync(CancellationToken stop)
    {
        try
        {
            var removed = await store.PurgeAsync(stop).ConfigureAwait(false);
            Log.Purged(logger, removed.Events, removed.Groups);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops.
        }
        catch (Exception exception)
        {
            Log.PurgeFailed(logger, exception is ErrorStoreException ? exception.Message : exception.GetType().FullName!);
        }
    }
}
