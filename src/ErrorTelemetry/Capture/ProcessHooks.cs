using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Capture;

/// <summary>Catches what ends the process, and tasks whose exception nobody looked at.</summary>
internal sealed class ProcessHooks(IErrorReporter reporter, IOptions<ErrorTelemetryOptions> options, IOptions<ErrorProcessingOptions> processing) : IDisposable
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    private bool _attached;

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
        reporter.Report(exception, new ErrorContext { Mechanism = ErrorMechanisms.Unhandled });
        // The process ends when this returns; the flush runs on other threads.
        reporter.FlushAsync(LastWords).Wait(LastWords);
    }

    private void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs args) =>
        reporter.Report(args.Exception, new ErrorContext { Mechanism = ErrorMechanisms.UnobservedTask });
}
