using Microsoft.Extensions.Logging;

namespace ErrorTelemetry;

/// <summary>Everything this package writes to the host's log. No text of a report is ever part of it.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Errors are kept in memory only and are gone when the process ends. Add a durable store, for example AddErrorTelemetry().AddSqliteStore(\"errors.db\").")]
    public static partial void NotDurable(ILogger logger);

    [LoggerMessage(2, LogLevel.Warning, "A redactor threw {ExceptionType}, so the event was discarded: raw text is never stored.")]
    public static partial void RedactionFailed(ILogger logger, string? exceptionType);

    [LoggerMessage(3, LogLevel.Error, "The pipeline threw {ExceptionType} on a report, which was discarded.")]
    public static partial void PipelineFailed(ILogger logger, string? exceptionType);

    [LoggerMessage(4, LogLevel.Error, "The error store failed, {Events} events were discarded: {Reason}")]
    public static partial void StoreFailed(ILogger logger, int events, string reason);

    [LoggerMessage(5, LogLevel.Information, "The error store works again.")]
    public static partial void StoreRecovered(ILogger logger);

    [LoggerMessage(6, LogLevel.Debug, "An exception could not be captured ({ExceptionType}); the host's own goes on untouched.")]
    public static partial void CaptureFailed(ILogger logger, string? exceptionType);

    [LoggerMessage(7, LogLevel.Debug, "An error context provider threw {ExceptionType} and was ignored.")]
    public static partial void ContextProviderFailed(ILogger logger, string? exceptionType);

    [LoggerMessage(8, LogLevel.Warning, "Removing what is past its retention failed: {Reason}")]
    public static partial void PurgeFailed(ILogger logger, string reason);

    [LoggerMessage(9, LogLevel.Debug, "Removed {Events} events and {Groups} groups that were past their retention.")]
    public static partial void Purged(ILogger logger, long events, long groups);

    [LoggerMessage(10, LogLevel.Warning, "A browser reported 'Script error.' without any detail, which is discarded as noise. To see such errors, serve scripts of other origins with CORS headers and load them with the crossorigin attribute.")]
    public static partial void ScriptErrorHint(ILogger logger);

    [LoggerMessage(11, LogLevel.Warning, "{Count} errors of this process were dropped since the last such message because the queue of {Capacity} was full.")]
    public static partial void CaptureQueueFull(ILogger logger, long count, int capacity);
}
