namespace ErrorTelemetry;

/// <summary>What triage knows of a group. Changed only by <see cref="IErrorStore.TryChangeTriageAsync"/>.</summary>
public sealed record TriageState
{
    /// <summary>The state of a group that triage has not seen.</summary>
    public static TriageState New { get; } = new();

    /// <summary>The status as it was last written; see <see cref="StatusAt"/> for what it means now.</summary>
    public TriageStatus Status { get; init; }

    /// <summary>Counts the changes, from 0; the store sets it and compares it.</summary>
    public long Version { get; init; }

    /// <summary>Who is filing, while <see cref="Status"/> is <see cref="TriageStatus.Filing"/>.</summary>
    public TriageClaim? Claim { get; init; }

    /// <summary>The linked issue, once there is one.</summary>
    public IssueLink? Issue { get; init; }

    /// <summary>The category that triage gave, such as <c>null-reference</c>.</summary>
    public string? Category { get; init; }

    /// <summary>The release that holds the fix, while <see cref="Status"/> is <see cref="TriageStatus.Resolved"/>.</summary>
    public string? ResolvedIn { get; init; }

    /// <summary>When the issue was closed as completed (UTC).</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>When a muted group speaks again; <see langword="null"/> for never.</summary>
    public IgnoreUntil? IgnoreUntil { get; init; }

    /// <summary>The group's count when its issue was last written.</summary>
    public long ReportedCount { get; init; }

    /// <summary>How many times the group came back after a fix.</summary>
    public int Regressions { get; init; }

    /// <summary>How many comments triage has written on the issue.</summary>
    public int Comments { get; init; }

    /// <summary>When this state was written (UTC); <see langword="null"/> for <see cref="New"/>.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The status at a time: a claim that has lapsed reads as <see cref="TriageStatus.Open"/>.</summary>
    public TriageStatus StatusAt(DateTimeOffset now) =>
        Status == TriageStatus.Filing && (Claim is null || Claim.Until <= now) ? TriageStatus.Open : Status;
}
