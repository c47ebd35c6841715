namespace ErrorTelemetry.Storage;

/// <summary>How much the in-memory store holds before the oldest gives way.</summary>
/// <param name="Groups">Most groups; the one that was recorded longest ago gives way, with its events.</param>
/// <param name="Events">Most events; the one that was recorded first gives way.</param>
/// <param name="CountedIds">Most ids of events that were only counted.</param>
internal sealed record InMemoryErrorStoreLimits(int Groups = 1_000, int Events = 2_000, int CountedIds = 200_000);
