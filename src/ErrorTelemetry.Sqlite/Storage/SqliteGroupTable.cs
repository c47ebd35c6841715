using System.Text.Json;
using ErrorTelemetry.Json;

namespace ErrorTelemetry.Storage;

/// <summary>Groups and their samples, as a writer sees them.</summary>
internal sealed class SqliteGroupTable(SqliteWriter writer, SqliteJson json) : IDisposable
{
    private readonly SqliteStatement _find = writer.Prepare("""
        SELECT id, count, first_seen_ms, last_seen_ms, kept_hour, kept_in_hour, mechanisms, environments, releases, correlation_ids
        FROM groups WHERE fingerprint = ?1
        """);

    private readonly SqliteStatement _lastId = writer.Prepare("SELECT coalesce(max(id), 0) FROM groups");

    private readonly SqliteStatement _insert = writer.Prepare("""
        INSERT INTO groups (id, count, first_seen_ms, last_seen_ms, kept_hour, kept_in_hour, mechanisms, environments, releases, correlation_ids, fingerprint)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """);

    private readonly SqliteStatement _update = writer.Prepare("""
        UPDATE groups SET count = ?2, first_seen_ms = ?3, last_seen_ms = ?4, kept_hour = ?5, kept_in_hour = ?6,
            mechanisms = ?7, environments = ?8, releases = ?9, correlation_ids = ?10
        WHERE id = ?1
        """);

    private readonly SqliteStatement _insertSample = writer.Prepare("INSERT INTO samples (group_id, json) VALUES (?1, ?2)");

    private readonly SqliteStatement _changeTriage = writer.Prepare("""
        UPDATE groups SET status = ?3, claim_until_ms = ?4, triage_version = ?2 + 1, triage = ?5 WHERE fingerprint = ?1 AND triage_version = ?2
        """);

    /// <summary>The greatest id in use; a writer in a transaction may hand out the ones above it.</summary>
    public long LastId()
    {
        try
        {
            _lastId.Step();
            return _lastId.Int64(0);
        }
        finally
        {
            _lastId.Reset();
        }
    }

    /// <summary>The group of an event, ready to have it added; <see langword="null"/> if there is none.</summary>
    public SqliteGroupRow? Find(ErrorEvent errorEvent)
    {
        try
        {
            if (!_find.Bind(1, errorEvent.Fingerprint).Step())
                return null;
            // What adding an event does not look at (sample, title …) may as well be this event's.
            var group = errorEvent.ToGroup() with
            {
                Count = _find.Int64(1),
                FirstSeen = DateTimeOffset.FromUnixTimeMilliseconds(_find.Int64(2)),
                LastSeen = DateTimeOffset.FromUnixTimeMilliseconds(_find.Int64(3)),
                Mechanisms = JsonSerializer.Deserialize(_find.Utf8(6), ErrorTelemetryJson.Strings)!,
                Environments = JsonSerializer.Deserialize(_find.Utf8(7), ErrorTelemetryJson.Strings)!,
                Releases = JsonSerializer.Deserialize(_find.Utf8(8), ErrorTelemetryJson.Releases)!,
                LastCorrelationIds = JsonSerializer.Deserialize(_find.Utf8(9), ErrorTelemetryJson.Strings)!,
            };
            return new SqliteGroupRow(_find.Int64(0), group, _find.Int64(4), _find.Int64(5));
        }
        finally
        {
            _find.Reset();
        }
    }

    /// <summary>Writes a row that has changed.</summary>
    public void Save(SqliteGroupRow row)
    {
        var group = row.Group!;
        var statement = row.IsNew ? _insert.Bind(11, group.Fingerprint) : _update;
        statement.Bind(1, row.Id).Bind(2, group.Count)
            .Bind(3, group.FirstSeen.ToUnixTimeMilliseconds()).Bind(4, group.LastSeen.ToUnixTimeMilliseconds())
            .Bind(5, row.KeptHour).Bind(6, row.KeptInHour)
            .BindUtf8(7, json.Write(group.Mechanisms, ErrorTelemetryJson.Strings))
            .BindUtf8(8, json.Write(group.Environments, ErrorTelemetryJson.Strings))
            .BindUtf8(9, json.Write(group.Releases, ErrorTelemetryJson.Releases))
            .BindUtf8(10, json.Write(group.LastCorrelationIds, ErrorTelemetryJson.Strings))
            .Run();
        if (row.IsNew)
            _insertSample.Bind(1, row.Id).BindUtf8(2, json.Write(group.Sample, ErrorTelemetryJson.Event)).Run();
    }

    /// <summary>Writes a triage state over the one with the version before.</summary>
    /// <returns>Whether that one was still there.</returns>
    public bool TryChangeTriage(string fingerprint, TriageState next)
    {
        _changeTriage.Bind(1, fingerprint).Bind(2, next.Version - 1).Bind(3, (long)next.Status)
            .Bind(4, next.Claim?.Until.ToUnixTimeMilliseconds()).BindUtf8(5, json.Write(next, ErrorTelemetryJson.Triage))
            .Run();
        return _changeTriage.Changes == 1;
    }

    public void Dispose()
    {
        _find.Dispose();
        _lastId.Dispose();
        _insert.Dispose();
        _update.Dispose();
        _insertSample.Dispose();
        _changeTriage.Dispose();
    }
}
