using System.Security.Cryptography;
using System.Text;
using ErrorTelemetry.Json;

namespace ErrorTelemetry.Storage;

/// <summary>Kept events, and the ids of those that were only counted. An id is in one of the two tables at most.</summary>
internal sealed class SqliteEventTable(SqliteWriter writer, SqliteJson json) : IDisposable
{
    private const int CountedIdBytes = 16;

    private readonly SqliteStatement _insertEvent = writer.Prepare("""
        INSERT INTO events (event_id, group_id, timestamp_ms, correlation_id, page_id, json) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (event_id) DO NOTHING
        """);

    private readonly SqliteStatement _findEvent = writer.Prepare("SELECT 1 FROM events WHERE event_id = ?1");

    private readonly SqliteStatement _insertCounted = writer.Prepare("INSERT INTO counted_ids (id, hour) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING");

    private readonly SqliteStatement _findCounted = writer.Prepare("SELECT 1 FROM counted_ids WHERE id = ?1");

    /// <summary>Keeps the event.</summary>
    /// <returns>Whether its id is new.</returns>
    public bool TryKeep(ErrorEvent errorEvent, long groupId)
    {
        Span<byte> id = stackalloc byte[SHA256.HashSizeInBytes];
        if (_findCounted.BindBlob(1, CountedId(errorEvent, id)).Any())
            return false;
        _insertEvent.Bind(1, errorEvent.EventId).Bind(2, groupId).Bind(3, errorEvent.Timestamp.ToUnixTimeMilliseconds())
            .Bind(4, errorEvent.CorrelationId).Bind(5, errorEvent.PageId).BindUtf8(6, json.Write(errorEvent, ErrorTelemetryJson.Event))
            .Run();
        return _insertEvent.Changes == 1;
    }

    /// <summary>Remembers the event's id and nothing else.</summary>
    /// <returns>Whether its id is new.</returns>
    public bool TryCount(ErrorEvent errorEvent, long hour)
    {
        if (_findEvent.Bind(1, errorEvent.EventId).Any())
            return false;
        Span<byte> id = stackalloc byte[SHA256.HashSizeInBytes];
        _insertCounted.BindBlob(1, CountedId(errorEvent, id)).Bind(2, hour).Run();
        return _insertCounted.Changes == 1;
    }

    public void Dispose()
    {
        _insertEvent.Dispose();
        _findEvent.Dispose();
        _insertCounted.Dispose();
        _findCounted.Dispose();
    }

    private static ReadOnlySpan<byte> CountedId(ErrorEvent errorEvent, Span<byte> hash)
    {
        Span<byte> utf8 = stackalloc byte[256];
        if (!Encoding.UTF8.TryGetBytes(errorEvent.EventId, utf8, out var length))
            SHA256.HashData(Encoding.UTF8.GetBytes(errorEvent.EventId), hash);
        else
            SHA256.HashData(utf8[..length], hash);
        return hash[..CountedIdBytes];
    }
}
