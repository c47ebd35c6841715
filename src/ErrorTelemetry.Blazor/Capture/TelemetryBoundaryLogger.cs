using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Capture;

/// <summary>Reports what any error boundary logs, then lets the host's own logger go on. This is how the stock <c>ErrorBoundary</c> reports.</summary>
/// <param name="inner">The host's logger; <see langword="null"/> where the framework's default yielded to ours, whose line is then written here.</param>
/// <param name="reporter">Reports.</param>
/// <param name="options">Whether stock boundaries report.</param>
/// <param name="logger">Where the line goes if there is no inner logger.</param>
internal sealed class TelemetryBoundaryLogger(
    IErrorBoundaryLogger? inner,
    UiErrorReporter reporter,
    IOptions<BlazorErrorTelemetryOptions> options,
    ILogger<TelemetryBoundaryLogger> logger) : IErrorBoundaryLogger
{
    public ValueTask LogErrorAsync(Exception exception)
    {
        // A TelemetryErrorBoundary has reported the same instance just before; the reporter knows and takes it once.
        if (options.Value.CaptureStockBoundaries)
            reporter.Report(exception, new ErrorContext());
        if (inner is not null)
            return inner.LogErrorAsync(exception);
        Log.BoundaryCaught(logger, exception);
        return ValueTask.CompletedTask;
    }
}
