using Microsoft.Extensions.Logging;

namespace ErrorTelemetry;

/// <summary>Everything the HTTP edge writes to the host's log. No text of a report or of a header is ever part of it.</summary>
internal static partial class EdgeLog
{
    [LoggerMessage(101, LogLevel.Debug, "A report was refused with status {Status} ({Reason}), correlation id {CorrelationId}.")]
    public static partial void Refused(ILogger logger, int status, string reason, string correlationId);

    [LoggerMessage(102, LogLevel.Error, "The ingest endpoint failed with {ExceptionType} and answered 503.")]
    public static partial void IngestFailed(ILogger logger, string? exceptionType);

    [LoggerMessage(103, LogLevel.Debug, "A server error could not be captured ({ExceptionType}); the host's own goes on untouched.")]
    public static partial void CaptureFailed(ILogger logger, string? exceptionType);

    [LoggerMessage(104, LogLevel.Warning, "ShouldCapture threw {ExceptionType}; the error is captured.")]
    public static partial void ShouldCaptureFailed(ILogger logger, string? exceptionType);
}
