using Microsoft.Extensions.Logging;

namespace ErrorTelemetry;

/// <summary>What the UI edge says about itself.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "UI errors are not reported: this host has no IErrorReporter. Call services.AddErrorTelemetry().")]
    public static partial void NoReporter(ILogger logger);

    [LoggerMessage(2, LogLevel.Warning, "The OnReported callback of a TelemetryErrorBoundary threw {ExceptionType}; it is ignored.")]
    public static partial void CallbackFailed(ILogger logger, string? exceptionType);

    [LoggerMessage(3, LogLevel.Debug, "The browser module did not take a report ({ExceptionType}).")]
    public static partial void BrowserModuleFailed(ILogger logger, string? exceptionType);

    [LoggerMessage(4, LogLevel.Warning, "An error boundary caught an exception.")]
    public static partial void BoundaryCaught(ILogger logger, Exception exception);
}
