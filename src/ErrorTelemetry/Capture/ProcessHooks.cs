using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Capture;

/// <summary>Catches what ends the process, and tasks whose exception nobody looked at.</summary>
internal sealed class ProcessHooks(
    IServiceProvider services,
    IOptions<ErrorTelemetryOptions> options,
    IOptions<ErrorProcessingOptions> processing,
    ILogger<ProcessHooks> logger) : IDisposable
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    private bool _attached;

    // Late: with it comes the whole pipeline, which a host that starts does not need.
    private IErrorReporter Reporter => field ??= services.GetRequiredService<IErrorReporter>();

    public void Attach()
    {
        if (_attached || !options.Value.Enabled || !options.Value.ServerErrors)
            return;
        _attached = true;
        if (processing.Value.CaptureUnhandledExceptions)
            AppDomain.CurrentDomain.UnhandledException += OnUnhandled;
        if (processing.Value.CaptureUnobservedTasks)
            TaskScheduler.UnobservedTaskException += OnUnobserved;
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.UnhandledException -= OnUnhandled;
        TaskScheduler.UnobservedTaskException -= OnUnobserved;
    }

    private void OnUnhandled(object sender, UnhandledExceptionEventArgs args)
    {
        if (args.ExceptionObject is not Exception exception)
            return;
        Try(() =>
        {
            Reporter.Report(exception, new ErrorContext { Mechanism = ErrorMechanisms.Unhandled });
            // The process ends when this returns; the flush runs on other threads.
            Reporter.FlushAsync(LastWords).Wait(LastWords);
        });
    }

    private void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs args) =>
        Try(() => Reporter.Report(args.Exception, new ErrorContext { Mechanism = ErrorMechanisms.UnobservedTask }));

    /// <summary>A reporter that cannot be made, or no longer, must neither end the process nor hide what ends it.</summary>
    private void Try(Action report)
    {
        try
        {
            report();
        }
        catch (Exception failure)
        {
            Log.CaptureFailed(logger, failure.GetType().FullName);
        }
    }
}
