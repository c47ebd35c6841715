using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ErrorTelemetry.Json;
using Microsoft.Data.Sqlite;

namespace ErrorTelemetry.Storage;

/// <summary>What is read, each with one statement and so from one moment.</summary>
internal static class SqliteQueries
{
    private const string SelectGroup = """
        SELECT g.count, g.first_seen_ms, g.last_seen_ms, g.mechanisms, g.environments, g.releases, g.correlation_ids, g.triage, s.json
        FROM groups g JOIN samples s ON s.group_id = g.id
        """;

    public static ErrorGroup? FindGroup(SqliteConnection connection, string fingerprint)
    {
        using var find = new SqliteStatement(connection, $"{SelectGroup} WHERE g.fingerprint = ?1");
        return find.Bind(1, fingerprint).Step() ? ReadGroup(find) : null;
    }

    public static IReadOnlyList<ErrorEvent> FindEvents(SqliteConnection connection, string code, int limit)
    {
        using var find = new SqliteStatement(connection, """
            SELECT json FROM events WHERE event_id = ?1 OR correlation_id = ?1 OR page_id = ?1 ORDER BY timestamp_ms DESC, event_id LIMIT ?2
            """);
        return ReadEvents(find.Bind(1, code).Bind(2, limit));
    }

    public static IReadOnlyList<ErrorEvent> NewestEvents(SqliteConnection connection, string fingerprint, int limit)
    {
        using var find = new SqliteStatement(connection, """
            SELECT json FROM events WHERE group_id = (SELECT id FROM groups WHERE fingerprint = ?1) ORDER BY timestamp_ms DESC, event_id LIMIT ?2
            """);
        return ReadEvents(find.Bind(1, fingerprint).Bind(2, limit));
    }

    public static GroupPage Groups(SqliteConnection connection, GroupQuery query, GroupCursor? after, long nowMs)
    {
        var key = query.Order == GroupOrder.Count ? "count" : "last_seen_ms";
        // The page is chosen from the narrow table alone; samples are read for its groups only.
        using var find = new SqliteStatement(connection, $"""
            {SelectGroup} WHERE g.id IN (
                SELECT id FROM groups
                WHERE count >= ?1 AND last_seen_ms >= ?2
                    AND (?3 IS NULL OR CASE WHEN status = {(int)TriageStatus.Filing} AND coalesce(claim_until_ms, 0) <= ?4 THEN {(int)TriageStatus.Open} ELSE status END = ?3)
                    AND (?5 IS NULL OR {key} < ?5 OR ({key} = ?5 AND fingerprint > ?6))
                ORDER BY {key} DESC, fingerprint LIMIT ?7)
            ORDER BY g.{key} DESC, g.fingerprint
            """);
        find.Bind(1, query.MinCount).Bind(2, query.LastSeenSince?.ToUnixTimeMilliseconds() ?? long.MinValue)
            .Bind(3, (long?)query.Status).Bind(4, nowMs)
            .Bind(5, after?.Key).Bind(6, after?.Fingerprint)
            .Bind(7, query.Limit + 1L);

        var groups = new List<ErrorGroup>();
        while (find.Step())
        {
            if (groups.Count == query.Limit)
                return new GroupPage(groups, GroupCursor.Token(query, groups[^1]));
            groups.Add(ReadGroup(find));
        }

        return new GroupPage(groups, null);
    }

    private static List<ErrorEvent> ReadEvents(SqliteStatement find)
    {
        var events = new List<ErrorEvent>();
        while (find.Step())
            events.Add(Read(find, 0, ErrorTelemetryJson.Event));
        return events;
    }

    private static ErrorGroup ReadGroup(SqliteStatement row)
    {
        var sample = Read(row, 8, ErrorTelemetryJson.Event);
        return sample.ToGroup() with
        {
            Count = row.Int64(0),
            FirstSeen = DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(1)),
            LastSeen = DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(2)),
            Mechanisms = Read(row, 3, ErrorTelemetryJson.Strings),
            Environments = Read(row, 4, ErrorTelemetryJson.Strings),
            Releases = Read(row, 5, ErrorTelemetryJson.Releases),
            LastCorrelationIds = Read(row, 6, ErrorTelemetryJson.Strings),
            Triage = row.IsNull(7) ? TriageState.New : Read(row, 7, ErrorTelemetryJson.Triage),
        };
    }

    private static T Read<T>(SqliteStatement row, int column, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(row.Utf8(column), type) ?? throw new JsonException("A value is null.");
}
