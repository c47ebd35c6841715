using Microsoft.Extensions.Logging;

namespace ErrorTelemetry;

internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Errors are kept in {Path}.")]
    public static partial void Opened(ILogger logger, string path);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "The schema of {Path} went from version {From} to {To}.")]
    public static partial void Migrated(ILogger logger, string path, long from, long to);

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "{Path} was removed while it was in use; it is created again.")]
    public static partial void Removed(ILogger logger, string path);
}
