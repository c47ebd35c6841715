using Microsoft.Extensions.Logging;

namespace ErrorTelemetry;

/// <summary>What triage logs. Never text of reports, never the token.</summary>
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Information, "Triage of {Repository} ended: {Outcome}, {Groups} groups, {Created} issues created, {Reopened} reopened")]
    public static partial void RunEnded(ILogger logger, string repository, TriageOutcome outcome, int groups, int created, int reopened);

    [LoggerMessage(3002, LogLevel.Warning, "Triage of {Repository} ended early: {Reason}")]
    public static partial void RunEndedEarly(ILogger logger, string repository, string reason);

    [LoggerMessage(3003, LogLevel.Warning, "Triage could not handle group {Fingerprint}: {Reason}")]
    public static partial void GroupFailed(ILogger logger, string fingerprint, string reason);

    [LoggerMessage(3004, LogLevel.Warning, "{Hook} failed or took too long for group {Fingerprint}; the issue goes without it")]
    public static partial void HookFailed(ILogger logger, string hook, string fingerprint, Exception exception);

    [LoggerMessage(3005, LogLevel.Error, "A triage run failed; the next one comes in {Interval}")]
    public static partial void RunFailed(ILogger logger, TimeSpan interval, Exception exception);
}
