using ErrorTelemetry.Json;

namespace ErrorTelemetry.Storage;

/// <summary>Kept events, and the ids of those that were only counted. An id is one or the other, never both.</summary>
internal sealed class SqliteEventTable(SqliteWriter writer, SqliteJson json) : IDisposable
{
    private readonly SqliteStatement _insertEvent = writer.Prepare("""
        INSERT INTO events (event_id, group_id, timestamp_ms, correlation_id, page_id, json) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (event_id) DO NOTHING
        """);

    private readonly SqliteStatement _findEvent = writer.Prepare("SELECT 1 FROM events WHERE event_id = ?1");

    public SqliteCountedIds CountedIds { get; } = new(writer);

    /// <summary>Keeps the event.</summary>
    /// <returns>Whether its id is new.</returns>
    public bool TryKeep(ErrorEvent errorEvent, long groupId)
    {
        if (CountedIds.Contains(errorEvent.EventId))
            return false;
        _insertEvent.Bind(1, errorEvent.EventId).Bind(2, groupId).Bind(3, errorEvent.Timestamp.ToUnixTimeMilliseconds())
            .Bind(4, errorEvent.CorrelationId).Bind(5, errorEvent.PageId).BindUtf8(6, json.Write(errorEvent, ErrorTelemetryJson.Event))
            .Run();
        return _insertEvent.Changes == 1;
    }

    /// <summary>Remembers the event's id and nothing else.</summary>
    /// <returns>Whether its id is new.</returns>
    public bool TryCount(ErrorEvent errorEvent, long hour) =>
        !_findEvent.Bind(1, errorEvent.EventId).Any() && CountedIds.TryAdd(errorEvent.EventId, hour);

    public void Dispose()
    {
        _insertEvent.Dispose();
        _findEvent.Dispose();
        CountedIds.Dispose();
    }
}
