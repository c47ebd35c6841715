using ErrorTelemetry.Capture;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Hosting;

/// <summary>Begins and ends with the host: process hooks, the removal of what is past its retention, and the last drain.</summary>
/// <remarks>
/// Resolves its parts at start, not when it is made: hosts make all services before they validate options, and one fault must not hide the others.
/// The pipeline is not among them: it is made when the first error comes, and a host that stops without one has nothing to wait for.
/// </remarks>
internal sealed class ErrorTelemetryService(IServiceProvider services) : IHostedService
{
    /// <summary>Within the time of the drain, which goes on beside it.</summary>
    private static readonly TimeSpan PurgeTime = TimeSpan.FromSeconds(3);

    private RetentionPurge? _purge;

    private bool IsEnabled => services.GetRequiredService<IOptions<ErrorTelemetryOptions>>().Value.Enabled;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!IsEnabled)
            return Task.CompletedTask;
        services.GetRequiredService<ProcessHooks>().Attach();
        // A store that cannot be made, and one that keeps nothing, say so now; so do the host's own parts, without which every error would be lost.
        _ = services.GetRequiredService<IErrorStore>();
        _ = services.GetServices<IErrorRedactor>();
        _ = services.GetServices<IErrorContextProvider>();
        var minutes = services.GetRequiredService<IOptions<ErrorProcessingOptions>>().Value.PurgeIntervalMinutes;
        if (minutes > 0)
            (_purge = services.GetRequiredService<RetentionPurge>()).Start(TimeSpan.FromMinutes(minutes));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var purged = _purge?.StopAsync(PurgeTime) ?? Task.CompletedTask;
        if (services.GetRequiredService<MadeCapture>().Capture is { } capture)
            await capture.DrainAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await purged.ConfigureAwait(false);
    }
}
