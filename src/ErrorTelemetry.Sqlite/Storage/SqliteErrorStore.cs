using Microsoft.Extensions.Logging;

namespace ErrorTelemetry.Storage;

/// <summary>Events and groups in one SQLite file: exact counts, durable when <see cref="RecordAsync"/> returns, shared by any number of processes of the machine.</summary>
internal sealed class SqliteErrorStore(SqliteStoreOptions options, ErrorStorageOptions storage, TimeProvider timeProvider, ILogger logger) : IErrorStore, IDisposable
{
    private readonly SqliteDatabase _database = new(options, logger);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RecordOutcome>> RecordAsync(IReadOnlyList<ErrorEvent> events, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        cancellationToken.ThrowIfCancellationRequested();
        if (events.Count == 0)
            return [];
        var hour = HourOf(timeProvider.GetUtcNow());
        return await _database.WriteAsync(writer => new SqliteBatch(writer, hour, storage.MaxStoredEventsPerGroupPerHour).Record(events), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<ErrorGroup?> FindGroupAsync(string fingerprint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        return _database.ReadAsync(connection => SqliteQueries.FindGroup(connection, fingerprint), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ErrorEvent>> FindEventsAsync(string code, int limit = 50, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        CheckLimit(limit);
        return _database.ReadAsync(connection => SqliteQueries.FindEvents(connection, code, limit), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ErrorEvent>> GetNewestEventsAsync(string fingerprint, int limit = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        CheckLimit(limit);
        return _database.ReadAsync(connection => SqliteQueries.NewestEvents(connection, fingerprint, limit), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<GroupPage> QueryGroupsAsync(GroupQuery query, CancellationToken cancellationToken = default)
    {
        var after = GroupCursor.After(query);
        var nowMs = timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        return _database.ReadAsync(connection => SqliteQueries.Groups(connection, query, after, nowMs), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<TriageState?> TryChangeTriageAsync(string fingerprint, long expectedVersion, TriageState next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        ArgumentNullException.ThrowIfNull(next);
        var written = next with { Version = expectedVersion + 1, ChangedAt = timeProvider.GetUtcNow() };
        return _database.WriteAsync(writer => writer.Groups.TryChangeTriage(fingerprint, written) ? written : null, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<PurgeResult> PurgeAsync(CancellationToken cancellationToken = default)
    {
        var now = timeProvider.GetUtcNow();
        var groupsBeforeMs = now.AddDays(-storage.GroupRetentionDays).ToUnixTimeMilliseconds();
        var eventsBeforeMs = now.AddDays(-storage.EventRetentionDays).ToUnixTimeMilliseconds();
        // An hour more than promised, since the hour in which an id was counted has hardly begun for some of its ids.
        var idsBeforeHour = HourOf(now) - ErrorLimits.CountedIdHours;
        long events = 0, groups = 0, removed;
        do
        {
            var part = await _database.WriteAsync(writer => SqliteRemoval.RemoveGroups(writer, groupsBeforeMs), cancellationToken).ConfigureAwait(false);
            events += part.Events;
            groups += removed = part.Groups;
        }
        while (removed > 0);

        do
            events += removed = await _database.WriteAsync(writer => SqliteRemoval.RemoveEvents(writer, eventsBeforeMs), cancellationToken).ConfigureAwait(false);
        while (removed > 0);

        do
            removed = await _database.WriteAsync(writer => SqliteRemoval.RemoveCountedIds(writer, idsBeforeHour), cancellationToken).ConfigureAwait(false);
        while (removed > 0);

        return new PurgeResult(events, groups);
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteGroupAsync(string fingerprint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        var removed = await _database.WriteAsync(writer => SqliteRemoval.RemoveGroup(writer, fingerprint), cancellationToken).ConfigureAwait(false);
        return removed.Groups > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private static long HourOf(DateTimeOffset time) => time.ToUnixTimeSeconds() / 3600;

    private static void CheckLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, ErrorLimits.QueryPageCount);
    }
}
