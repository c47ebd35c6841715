namespace ErrorTelemetry.Sample.Breaks;

/// <summary>A background service that waits for its one chance to die.</summary>
internal sealed class FailingJob : BackgroundService
{
    private readonly TaskCompletionSource _start = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets it die; false if it has died before.</summary>
    public bool Start() => _start.TrySetResult();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _start.Task.WaitAsync(stoppingToken);
        throw new InvalidOperationException("The night shift dropped the tray.");
    }
}
