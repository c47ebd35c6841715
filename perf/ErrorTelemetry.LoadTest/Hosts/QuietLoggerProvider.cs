using Microsoft.Extensions.Logging.Abstractions;

namespace ErrorTelemetry.Hosts;

/// <summary>
/// A logger that listens to warnings and writes them nowhere. A host in production has a logger, and the framework starts an activity for each
/// request once anything listens; what writing the text costs is no matter of telemetry.
/// </summary>
internal sealed class QuietLoggerProvider : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => QuietLogger.Instance;

    public void Dispose()
    {
    }

    private sealed class QuietLogger : ILogger
    {
        public static readonly QuietLogger Instance = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => NullLogger.Instance.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
        }
    }
}
