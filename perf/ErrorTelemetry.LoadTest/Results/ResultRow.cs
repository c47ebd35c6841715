using System.Text.Json.Serialization;

namespace ErrorTelemetry.Results;

/// <summary>One row and host, as <c>--json</c> prints it. Figures are medians of the rounds; <see cref="RatioToBare"/> is the median of the rounds' ratios.</summary>
internal sealed record ResultRow
{
    public required string Case { get; init; }

    public required string Host { get; init; }

    public required int Connections { get; init; }

    public required double RequestsPerSecond { get; init; }

    public required double RatioToBare { get; init; }

    public required double P50Milliseconds { get; init; }

    public required double P99Milliseconds { get; init; }

    public required double AllocatedBytesPerRequest { get; init; }

    public required double CpuMicrosecondsPerRequest { get; init; }

    /// <summary>How much the process has grown over all rounds of the row, at most.</summary>
    public required double WorkingSetGrowthMebibytes { get; init; }

    /// <summary>Whole requests of all rounds, which must turn up in the counts.</summary>
    public long? Errors { get; init; }

    /// <summary>Those that turned up: recorded, known already, or refused with a reason.</summary>
    public long? Accounted { get; init; }

    /// <summary>Of these, durable and counted in their group.</summary>
    public long? Recorded { get; init; }

    /// <summary>Of these, refused or dropped, by reason.</summary>
    public IReadOnlyDictionary<string, long>? Discarded { get; init; }

    /// <summary>Commits for each recorded event; with one fingerprint, each is one write of the group.</summary>
    public double? CommitsPerEvent { get; init; }

    /// <summary>Envelopes that the peer's sink received in all rounds of the row.</summary>
    public long? Envelopes { get; init; }

    /// <summary>Whether each error is accounted for, and none was refused where the row is about what is taken: a refusal is fast. A report that wrk cuts off at its end is no report.</summary>
    [JsonIgnore]
    public bool IsExact => Errors == Accounted && (!MustTakeAll || Discarded is null || Discarded.Keys.All(static reason => reason == DiscardReasons.Invalid));

    private bool MustTakeAll => Case.StartsWith("ingest-", StringComparison.Ordinal) || Case.StartsWith("storm-", StringComparison.Ordinal);
}
