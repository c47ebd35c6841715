using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ErrorTelemetry.Capture;

/// <summary>Finds the host's reporter when there is something to report, and says once if there is none.</summary>
/// <remarks>Late, because a server host may call <c>AddErrorTelemetry()</c> after <c>AddBlazorErrorTelemetry()</c>, and because a log provider must not ask for one while logging itself is being built.</remarks>
internal sealed class LateErrorReporter(IServiceProvider services)
{
    private int _warned;

    public ReportId Report(Exception exception, ErrorContext context)
    {
        try
        {
            if (services.GetService<IErrorReporter>() is { } reporter)
                return reporter.Report(exception, context);
            if (Interlocked.Exchange(ref _warned, 1) == 0 && services.GetService<ILogger<LateErrorReporter>>() is { } logger)
                Log.NoReporter(logger);
        }
        catch (Exception)
        {
            // The one place where the UI edge swallows: whoever calls is in the middle of somebody else's error.
        }

        return ReportId.None;
    }
}
