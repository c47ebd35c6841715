using ErrorTelemetry.Classifying;

namespace ErrorTelemetry.Issues;

/// <summary>What an issue is made of.</summary>
internal sealed record IssueContent(ErrorGroup Group, IReadOnlyList<ErrorEvent> NewestEvents, Classification Classification)
{
    /// <summary>What the host's advisors add, in their own words.</summary>
    public IReadOnlyList<string> Advice { get; init; } = [];

    /// <summary>Links frames to source lines; <see langword="null"/> for no links.</summary>
    public SourceLinks? Links { get; init; }

    /// <summary>Distinct sessions among the newest kept events: a lower bound.</summary>
    public int Sessions => CountSessions(NewestEvents);

    public static int CountSessions(IReadOnlyList<ErrorEvent> events) =>
        events.Select(errorEvent => errorEvent.SessionId).Where(id => !string.IsNullOrEmpty(id)).Distinct(StringComparer.Ordinal).Count();
}
