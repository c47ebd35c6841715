namespace ErrorTelemetry;

/// <summary>When a muted group speaks again: at a time, at a count, or whichever comes first.</summary>
/// <param name="Time">The time (UTC), or <see langword="null"/> for none.</param>
/// <param name="Count">The group's count, or <see langword="null"/> for none.</param>
public sealed record IgnoreUntil(DateTimeOffset? Time, long? Count);
