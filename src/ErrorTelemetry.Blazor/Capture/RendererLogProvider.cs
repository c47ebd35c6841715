using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Capture;

/// <summary>WebAssembly: the renderer's log is the only place where an error shows that no boundary caught.</summary>
internal sealed class RendererLogProvider(IServiceProvider services, LateErrorReporter reporter) : ILoggerProvider
{
    /// <summary>The framework's category.</summary>
    public const string Category = "Microsoft.AspNetCore.Components.WebAssembly.Rendering.WebAssemblyRenderer";

    /// <summary>The framework's event: unhandled exception rendering component.</summary>
    private const int UnhandledException = 100;

    public ILogger CreateLogger(string categoryName) => categoryName == Category ? new RendererLogger(services, reporter) : NullLogger.Instance;

    public void Dispose()
    {
    }

    private sealed class RendererLogger(IServiceProvider services, LateErrorReporter reporter) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Critical;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is null || eventId.Id != UnhandledException || !IsEnabled(logLevel))
                return;
            if (services.GetRequiredService<IOptions<BlazorErrorTelemetryOptions>>().Value.CaptureRendererErrors)
                reporter.Report(exception, new ErrorContext { Mechanism = ErrorMechanisms.Renderer, ComponentStack = FailingComponent.Describe(exception, null) });
        }
    }
}
