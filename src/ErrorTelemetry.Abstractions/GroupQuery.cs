namespace ErrorTelemetry;

/// <summary>Which groups to return, and in which order.</summary>
public sealed record GroupQuery
{
    /// <summary>Only groups in this status now (a lapsed claim counts as <see cref="TriageStatus.Open"/>); <see langword="null"/> for all.</summary>
    public TriageStatus? Status { get; init; }

    /// <summary>Only groups last seen at or after this time; <see langword="null"/> for all.</summary>
    public DateTimeOffset? LastSeenSince { get; init; }

    /// <summary>Only groups with at least this many events. Default: 1.</summary>
    public long MinCount { get; init; } = 1;

    /// <summary>The order, always descending, ties by fingerprint ascending.</summary>
    public GroupOrder Order { get; init; }

    /// <summary>Groups per page, 1 to <see cref="ErrorLimits.QueryPageCount"/>. Default: 50.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>The opaque <see cref="GroupPage.ContinuationToken"/> of the page before; <see langword="null"/> for the first.</summary>
    public string? ContinuationToken { get; init; }
}
