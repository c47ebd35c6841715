using ErrorTelemetry.Capture;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Hosting;

/// <summary>Begins and ends with the host: process hooks, the removal of what is past its retention, and the last drain.</summary>
/// <remarks>
/// Resolves its parts at start, not when it is made: hosts make all services before they validate options, and one fault must not hide the others.
/// The pipeline is not among them: a host whose start nobody waits for makes it when the first error comes.
/// </remarks>
internal sealed class ErrorTelemetryService(IServiceProvider services) : IHostedService
{
    private RetentionPurge? _purge;

    private bool IsEnabled => services.GetRequiredService<IOptions<ErrorTelemetryOptions>>().Value.Enabled;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!IsEnabled)
            return Task.CompletedTask;
        services.GetRequiredService<ProcessHooks>().Attach();
        // A store that cannot be made, and one that keeps nothing, say so now.
        services.GetRequiredService<IErrorStore>();
        var minutes = services.GetRequiredService<IOptions<ErrorProcessingOptions>>().Value.PurgeIntervalMinutes;
        if (minutes > 0)
            (_purge = services.GetRequiredService<RetentionPurge>()).Start(TimeSpan.FromMinutes(minutes));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_purge is not null)
            await _purge.StopAsync().ConfigureAwait(false);
        if (IsEnabled)
            await services.GetRequiredService<ErrorCapture>().DrainAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
