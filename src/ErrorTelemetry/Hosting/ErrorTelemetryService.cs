using ErrorTelemetry.Capture;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Hosting;

/// <summary>Begins and ends with the host: process hooks, the removal of what is past its retention, and the last drain.</summary>
internal sealed class ErrorTelemetryService(
    IErrorReporter reporter,
    IErrorStore store,
    ProcessHooks hooks,
    IOptions<ErrorTelemetryOptions> options,
    IOptions<ErrorProcessingOptions> processing,
    TimeProvider time,
    ILogger<ErrorTelemetryService> logger) : BackgroundService
{
    /// <summary>Together with the second that disposing may take, a stopping host drains for at most 5 s.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(4);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        hooks.Attach();
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await reporter.FlushAsync(DrainTime, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var minutes = processing.Value.PurgeIntervalMinutes;
        if (!options.Value.Enabled || minutes == 0)
            return;
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(minutes), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
                await PurgeAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task PurgeAsync(CancellationToken stoppingToken)
    {
        try
        {
            var removed = await store.PurgeAsync(stoppingToken).ConfigureAwait(false);
            Log.Purged(logger, removed.Events, removed.Groups);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A BackgroundService that throws stops the host.
            Log.PurgeFailed(logger, exception is ErrorStoreException ? exception.Message : exception.GetType().FullName!);
        }
    }
}
