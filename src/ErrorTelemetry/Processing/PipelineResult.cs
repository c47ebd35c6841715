using ErrorTelemetry.Processing.Fingerprinting;

namespace ErrorTelemetry.Processing;

/// <summary>What the pipeline made of a report: an event, or the reason why there is none.</summary>
internal sealed record PipelineResult
{
    /// <summary>The event, or <see langword="null"/> where the report was discarded.</summary>
    public ErrorEvent? Event { get; init; }

    /// <summary>One of <see cref="DiscardReasons"/>, where the report was discarded.</summary>
    public string? DiscardReason { get; init; }

    /// <summary>The noise rule that matched, where one did.</summary>
    public string? Rule { get; init; }

    /// <summary>The frames, crash first.</summary>
    public IReadOnlyList<ErrorFrame> Frames { get; init; } = [];

    /// <summary>What the fingerprint was made of, and the fingerprint.</summary>
    public FingerprintResult? Fingerprint { get; init; }

    public static PipelineResult Discarded(string reason, string? rule = null) => new() { DiscardReason = reason, Rule = rule };
}
