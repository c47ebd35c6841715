using ErrorTelemetry.Classifying;

namespace ErrorTelemetry.Issues;

/// <summary>An issue whose every text is the same hostile one.</summary>
internal static class HostileContent
{
    public static IssueContent Of(string text)
    {
        var errorEvent = Some.Event(Some.Fingerprint("hostile")) with
        {
            Type = text, Message = text, Title = text, Culprit = text, CulpritFrame = new ErrorFrame(text, text, "/_/" + text, 3, null, true), Stack = text, Mechanism = text, Url = text, Route = text, Release = text, Environment = text,
            UserAgent = text, SessionId = text, CorrelationId = text, ComponentStack = text, Causes = [new ErrorCause(text, text, text), new ErrorCause(text, text, text), new ErrorCause(text, text, text), new ErrorCause(text, text, text), new ErrorCause(text, text, text)],
            Breadcrumbs = [.. Enumerable.Repeat(new Breadcrumb(Some.Now, text, text), ErrorLimits.BreadcrumbCount)],
            Tags = new Dictionary<string, string> { ["t"] = text },
        };
        return new IssueContent(errorEvent.ToGroup(), [errorEvent], new ErrorClassifier().Classify(errorEvent))
        {
            Advice = [text],
            Links = new SourceLinks("https://github.com", "owner/shop", new Dictionary<string, string>(), ["/_/"]),
        };
    }
}
