using Microsoft.Extensions.Logging;

namespace ErrorTelemetry;

internal static partial class Log
{
    [LoggerMessage(EventId = 5001, Level = LogLevel.Information, Message = "Errors are stored in Firestore, project {Project}, database {Database}{Emulator}.")]
    public static partial void Connected(ILogger logger, string project, string database, string emulator);
}
