using ErrorTelemetry.Processing.Fingerprinting;
using ErrorTelemetry.Processing.Truncation;

namespace ErrorTelemetry.Processing;

/// <summary>Puts together what the steps found.</summary>
internal static class EventFactory
{
    public static ErrorEvent Create(ErrorReport report, ErrorAnalysis analysis, FingerprintResult fingerprint, string version, RedactionCounts counts) => new()
    {
        EventId = report.EventId,
        Fingerprint = fingerprint.Fingerprint,
        GroupingVersion = version,
        Timestamp = report.Timestamp!.Value,
        Type = TextTruncator.Truncate(analysis.Type, ErrorLimits.TypeChars),
        Message = TextTruncator.Truncate(analysis.Message.Length > 0 ? analysis.Message : report.Message, ErrorLimits.MessageChars),
        Title = TextTruncator.Truncate(analysis.Title, ErrorLimits.TitleChars),
        Culprit = analysis.Culprit,
        CulpritFrame = analysis.CulpritFrame,
        Stack = StackOf(report, analysis),
        Mechanism = report.Mechanism!,
        Handled = report.Handled,
        Url = report.Url,
        Route = report.Route,
        Release = report.Release,
        Environment = report.Environment,
        UserAgent = report.UserAgent,
        SessionId = report.SessionId,
        CorrelationId = report.CorrelationId,
        PageId = report.PageId,
        ComponentStack = report.ComponentStack,
        Causes = report.Causes,
        Breadcrumbs = report.Breadcrumbs,
        Tags = report.Tags,
        Redactions = counts.ToDictionary(),
    };

    /// <summary>The event's message is the error's own. Where the report's held frames and causes too, they go on as the stack, before the frames of whoever passed the text on.</summary>
    private static string? StackOf(ErrorReport report, ErrorAnalysis analysis)
    {
        if (!analysis.IsStackInMessage)
            return report.Stack;
        if (string.IsNullOrEmpty(report.Stack))
            return report.Message;
        return report.Stack.Contains(report.Message, StringComparison.Ordinal) ? report.Stack : TextTruncator.Truncate($"{report.Message}\n{report.Stack}", ErrorLimits.StackChars);
    }
}
