using ErrorTelemetry.Classifying;
using ErrorTelemetry.Deciding;
using ErrorTelemetry.Issues;

namespace ErrorTelemetry;

/// <summary>What a run decided about one group, and what became of it.</summary>
public sealed record TriageGroupResult
{
    /// <inheritdoc cref="ErrorEvent.Fingerprint"/>
    public required string Fingerprint { get; init; }

    /// <summary>The group's title; text from reports.</summary>
    public required string Title { get; init; }

    /// <inheritdoc cref="ErrorGroup.Count"/>
    public required long Count { get; init; }

    /// <inheritdoc cref="ErrorGroup.LastSeen"/>
    public required DateTimeOffset LastSeen { get; init; }

    /// <inheritdoc cref="Classification"/>
    public required Classification Classification { get; init; }

    /// <summary>The decision.</summary>
    public required TriageAction Action { get; init; }

    /// <summary>Why, in one sentence; may hold text from reports.</summary>
    public required string Reason { get; init; }

    /// <summary>The issue's page, once there is one.</summary>
    public string? IssueUrl { get; init; }

    /// <summary>The draft pull request's page, if one was opened or found.</summary>
    public string? PullRequestUrl { get; init; }

    /// <summary>What was sent, or in a dry run would be sent: set for <see cref="TriageAction.Create"/> and <see cref="TriageAction.Update"/>.</summary>
    public RenderedIssue? Issue { get; init; }

    /// <summary>The comment that was sent, or in a dry run would be sent: set for <see cref="TriageAction.Reopen"/>.</summary>
    public string? Comment { get; init; }

    /// <summary>Why it could not be done; <see langword="null"/> where it was.</summary>
    public string? Failure { get; init; }
}
