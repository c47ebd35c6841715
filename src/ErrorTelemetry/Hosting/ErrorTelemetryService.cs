using ErrorTelemetry.Capture;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Hosting;

/// <summary>Begins and ends with the host: process hooks, the removal of what is past its retention, and the last drain.</summary>
/// <remarks>Resolves its parts at start, not when it is made: hosts make all services before they validate options, and one fault must not hide the others.</remarks>
internal sealed class ErrorTelemetryService(IServiceProvider services, TimeProvider time, ILogger<ErrorTelemetryService> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPurge = TimeSpan.FromMinutes(1);

    private bool IsEnabled => services.GetRequiredService<IOptions<ErrorTelemetryOptions>>().Value.Enabled;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (IsEnabled)
            services.GetRequiredService<ProcessHooks>().Attach();
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        if (IsEnabled)
            await services.GetRequiredService<ErrorCapture>().DrainAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var minutes = services.GetRequiredService<IOptions<ErrorProcessingOptions>>().Value.PurgeIntervalMinutes;
        if (!IsEnabled || minutes == 0)
            return;
        // Soon after the start as well: a host that is recycled often must not keep data for ever.
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(minutes), time);
        try
        {
            await Task.Delay(FirstPurge, time, stoppingToken).ConfigureAwait(false);
            await PurgeAsync(services.GetRequiredService<IErrorStore>(), stoppingToken).ConfigureAwait(false);
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
                await PurgeAsync(services.GetRequiredService<IErrorStore>(), stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task PurgeAsync(IErrorStore store, CancellationToken stoppingToken)
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
