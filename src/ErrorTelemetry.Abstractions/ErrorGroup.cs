namespace ErrorTelemetry;

/// <summary>All events with one fingerprint.</summary>
public sealed record ErrorGroup
{
    /// <inheritdoc cref="ErrorEvent.Fingerprint"/>
    public required string Fingerprint { get; init; }

    /// <inheritdoc cref="ErrorEvent.GroupingVersion"/>
    public required string GroupingVersion { get; init; }

    /// <inheritdoc cref="ErrorEvent.Type"/>
    public required string Type { get; init; }

    /// <inheritdoc cref="ErrorEvent.Title"/>
    public required string Title { get; init; }

    /// <inheritdoc cref="ErrorEvent.Culprit"/>
    public string? Culprit { get; init; }

    /// <summary>How many distinct events there were, the ones that were only counted included.</summary>
    public required long Count { get; init; }

    /// <summary>The earliest event's time (UTC).</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>The latest event's time (UTC).</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>The mechanisms seen, in order of appearance; at most <see cref="ErrorLimits.GroupListCount"/>.</summary>
    public IReadOnlyList<string> Mechanisms { get; init; } = [];

    /// <summary>The environments seen, in order of appearance; at most <see cref="ErrorLimits.GroupListCount"/>.</summary>
    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>The releases seen, by first appearance. Past <see cref="ErrorLimits.GroupReleaseCount"/> the oldest but the very first gives way.</summary>
    public IReadOnlyList<GroupRelease> Releases { get; init; } = [];

    /// <summary>The newest correlation ids, newest first; at most <see cref="ErrorLimits.GroupCorrelationIdCount"/>.</summary>
    public IReadOnlyList<string> LastCorrelationIds { get; init; } = [];

    /// <summary>One event of the group, shown to people: the first one.</summary>
    public required ErrorEvent Sample { get; init; }

    /// <summary>What triage has decided so far.</summary>
    public TriageState Triage { get; init; } = TriageState.New;
}
