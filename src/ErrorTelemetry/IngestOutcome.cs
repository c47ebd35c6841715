namespace ErrorTelemetry;

/// <summary>What became of one report.</summary>
/// <param name="Status">Recorded, duplicate, discarded or unavailable.</param>
/// <param name="Fingerprint">The group's key, where there is an event.</param>
/// <param name="Reason">One of <see cref="DiscardReasons"/>, where it was discarded or is unavailable.</param>
/// <param name="RetryAfter">When to try again, where it is unavailable.</param>
internal readonly record struct IngestOutcome(IngestStatus Status, string? Fingerprint, string? Reason, TimeSpan? RetryAfter);
