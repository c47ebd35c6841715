namespace ErrorTelemetry;

/// <summary>What a purge removed.</summary>
/// <param name="Events">Events removed.</param>
/// <param name="Groups">Groups removed.</param>
public sealed record PurgeResult(long Events, long Groups);
