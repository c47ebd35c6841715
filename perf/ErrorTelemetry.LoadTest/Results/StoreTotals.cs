namespace ErrorTelemetry.Results;

/// <summary>What a SQLite file holds: groups, the sum of their counts, kept events, and ids of events that were only counted.</summary>
internal sealed record StoreTotals(long Groups, long Counted, long Kept, long Ids);
