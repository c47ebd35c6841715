namespace ErrorTelemetry.Hosts;

/// <summary>What a child process says of itself, counted since it started.</summary>
internal sealed record HostStats
{
    public Uri? Url { get; init; }

    /// <summary>Requests that reached the app.</summary>
    public long Requests { get; init; }

    /// <summary>Of these, the ones whose client hung up, as wrk does at its end: half a report, or an error that met nobody.</summary>
    public long CutOff { get; init; }

    /// <summary>Events that are durable.</summary>
    public long Recorded { get; init; }

    public long Duplicates { get; init; }

    /// <summary>Reports refused or dropped, by reason.</summary>
    public IReadOnlyDictionary<string, long> Discarded { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Commits: with one fingerprint each is one write of the group.</summary>
    public long Batches { get; init; }

    public long AllocatedBytes { get; init; }

    public double CpuMicroseconds { get; init; }

    public long WorkingSetBytes { get; init; }

    public long PeakWorkingSetBytes { get; init; }

    /// <summary>Requests that came in whole.</summary>
    public long Whole() => Requests - CutOff;

    /// <summary>Whatever became of a report: this grows by exactly one for each.</summary>
    public long Accounted() => Recorded + Duplicates + Discarded.Values.Sum();
}
