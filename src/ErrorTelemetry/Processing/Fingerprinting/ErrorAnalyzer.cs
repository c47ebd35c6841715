using ErrorTelemetry.Processing.Fingerprinting.Frames;
using ErrorTelemetry.Processing.Fingerprinting.Normalization;
using ErrorTelemetry.Processing.Fingerprinting.Stacks;

namespace ErrorTelemetry.Processing.Fingerprinting;

/// <summary>Reads type, message, frames and causes from the texts of a redacted report.</summary>
internal static class ErrorAnalyzer
{
    private const string UnknownType = "Error";

    public static ErrorAnalysis Analyze(ErrorReport redacted)
    {
        var inMessage = MayHoldStack(redacted.Message) ? StackDocument.Parse(redacted.Message) : null;
        var inStack = string.IsNullOrEmpty(redacted.Stack) ? null : StackDocument.Parse(redacted.Stack);
        // A script error whose message is a whole .NET exception is that exception; its script frames are the runtime's.
        if (inMessage is { IsManaged: true } && (inMessage.HasFrames || inMessage.Errors.Count > 1) && inMessage.Root.Type is not null)
            return Build(inMessage.Root.Type, inMessage.Root.MessageIn(redacted.Message), inMessage, redacted.Message, redacted);
        if (inStack is { IsManaged: true, Root.Type: not null } && ErrorHeader.IsManaged(inStack.Root.Type) && !IsManagedReport(redacted))
            return Build(inStack.Root.Type, inStack.Root.MessageIn(redacted.Stack!), inStack, redacted.Stack!, redacted);

        var message = redacted.Message.AsSpan().Trim();
        message = message[ErrorHeader.PrefixLength(message)..];
        var type = redacted.Type;
        if (string.IsNullOrWhiteSpace(type))
            type = inStack?.Root.Type;
        if (ErrorHeader.TryParse(message, out var stated, out var start, strict: true) && (string.IsNullOrWhiteSpace(type) || stated.SequenceEqual(type)))
        {
            type ??= stated.ToString();
            message = message[start..].Trim();
        }
        if (inMessage is { HasFrames: true })
            message = inMessage.Root.MessageIn(redacted.Message);
        var document = inStack is { HasFrames: true } || inMessage is not { HasFrames: true } ? inStack : inMessage;
        var text = message.Length == redacted.Message.Length ? redacted.Message : message.ToString();
        return Build(string.IsNullOrWhiteSpace(type) ? UnknownType : type.Trim(), text, document, ReferenceEquals(document, inMessage) ? redacted.Message : redacted.Stack, redacted);
    }

    /// <summary>Whether the report itself names a .NET exception, so that the stack's header only repeats it.</summary>
    private static bool IsManagedReport(ErrorReport report) =>
        !string.IsNullOrWhiteSpace(report.Type) && ErrorHeader.IsManaged(report.Type);

    private static bool MayHoldStack(string message) =>
        message.Contains('\n') || message.Contains(" ---> ", StringComparison.Ordinal) || FlatStack.Is(message);

    private static ErrorAnalysis Build(string type, string message, StackDocument? document, string? source, ErrorReport report)
    {
        var causes = Causes(document, source, report);
        var frames = document?.Root.Frames ?? [];
        var culprit = CulpritRules.Find(type, frames, causes);
        return new ErrorAnalysis
        {
            Type = type,
            Message = message,
            Frames = document?.Frames ?? [],
            OwnFrames = frames,
            Causes = causes,
            IsStackInMessage = document is not null && ReferenceEquals(source, report.Message) && (document.HasFrames || document.Errors.Count > 1),
            CulpritFrame = culprit,
            Culprit = culprit is null ? null : CulpritRules.Describe(culprit),
            Title = CulpritRules.Title(type, message),
        };
    }

    /// <summary>The report's own causes; where it has none, those that the text holds.</summary>
    private static AnalyzedCause[] Causes(StackDocument? document, string? source, ErrorReport report)
    {
        if (report.Causes.Count > 0)
            return [.. report.Causes.Take(ErrorLimits.CauseCount).Select(FromReport)];
        if (document is null || document.Errors.Count < 2)
            return [];
        var causes = new List<AnalyzedCause>();
        foreach (var error in document.Errors.Skip(1))
        {
            var message = SystemTexts.Of(error.Type, source.AsSpan(0, error.MessageStart)) ?? error.MessageIn(source!);
            var cause = new AnalyzedCause(error.Type ?? UnknownType, message, error.Frames);
            // An aggregate prints its first cause twice.
            if (causes.Count < ErrorLimits.CauseCount && !causes.Exists(c => c.Type == cause.Type && c.Message == cause.Message))
                causes.Add(cause);
        }
        return [.. causes];
    }

    private static AnalyzedCause FromReport(ErrorCause cause)
    {
        var document = string.IsNullOrEmpty(cause.Stack) ? null : StackDocument.Parse(cause.Stack);
        return new AnalyzedCause(cause.Type ?? document?.Root.Type ?? UnknownType, cause.Message ?? document?.Root.MessageIn(cause.Stack!) ?? string.Empty, document?.Root.Frames ?? []);
    }
}
