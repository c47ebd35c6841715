using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Hosting;

/// <summary>Runs triage inside the app: the way for a SQLite file, which nothing outside of the machine can read. It never throws into the host.</summary>
internal sealed class TriageService(IServiceProvider services, IOptions<TriageOptions> options, TimeProvider timeProvider, ILogger<TriageService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled)
            return;
        try
        {
            var runner = services.GetRequiredService<TriageRunner>();
            while (true)
            {
                // The first run waits too, so that a host that restarts in a loop does not triage in a loop.
                await Task.Delay(options.Value.Interval, timeProvider, stoppingToken).ConfigureAwait(false);
                await RunAsync(runner, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task RunAsync(TriageRunner runner, CancellationToken stoppingToken)
    {
        try
        {
            await runner.RunAsync(options.Value, progress: null, stoppingToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Log.RunFailed(logger, options.Value.Interval, exception);
        }
    }
}
