namespace ErrorTelemetry.Storage;

internal sealed partial class InMemoryErrorStore
{
    /// <inheritdoc/>
    public Task<ErrorGroup?> FindGroupAsync(string fingerprint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(_groups.GetValueOrDefault(fingerprint)?.Group);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ErrorEvent>> FindEventsAsync(string code, int limit = 50, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        CheckLimit(limit);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(Newest(_eventsByAge.Where(e => e.EventId == code || e.CorrelationId == code || e.PageId == code), limit));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ErrorEvent>> GetNewestEventsAsync(string fingerprint, int limit = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        CheckLimit(limit);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            IEnumerable<string> ids = _groups.GetValueOrDefault(fingerprint)?.EventIds ?? [];
            return Task.FromResult(Newest(ids.Select(id => _events[id].Value), limit));
        }
    }

    /// <inheritdoc/>
    public Task<GroupPage> QueryGroupsAsync(GroupQuery query, CancellationToken cancellationToken = default)
    {
        var after = GroupCursor.After(query);
        cancellationToken.ThrowIfCancellationRequested();
        var now = timeProvider.GetUtcNow();
        List<ErrorGroup> found;
        lock (_lock)
            found = [.. _groups.Values.Select(entry => entry.Group).Where(group => Matches(group, query, now))];
        found.Sort((a, b) => Compare(query.Order, a, b));

        var from = after is { } cursor ? found.FindIndex(group => IsAfter(query.Order, group, cursor)) : 0;
        if (from < 0)
            return Task.FromResult(new GroupPage([], null));
        var page = found.GetRange(from, Math.Min(query.Limit, found.Count - from));
        return Task.FromResult(new GroupPage(page, from + page.Count < found.Count ? GroupCursor.Token(query, page[^1]) : null));
    }

    private static bool Matches(ErrorGroup group, GroupQuery query, DateTimeOffset now) =>
        group.Count >= query.MinCount
        && (query.LastSeenSince is not { } since || group.LastSeen >= since)
        && (query.Status is not { } status || group.Triage.StatusAt(now) == status);

    private static int Compare(GroupOrder order, ErrorGroup a, ErrorGroup b)
    {
        var byKey = GroupCursor.KeyOf(order, b).CompareTo(GroupCursor.KeyOf(order, a));
        return byKey != 0 ? byKey : string.CompareOrdinal(a.Fingerprint, b.Fingerprint);
    }

    private static bool IsAfter(GroupOrder order, ErrorGroup group, GroupCursor cursor)
    {
        var key = GroupCursor.KeyOf(order, group);
        return key < cursor.Key || (key == cursor.Key && string.CompareOrdinal(group.Fingerprint, cursor.Fingerprint) > 0);
    }

    private static IReadOnlyList<ErrorEvent> Newest(IEnumerable<ErrorEvent> events, int limit) =>
        [.. events.OrderByDescending(e => e.Timestamp).ThenBy(e => e.EventId, StringComparer.Ordinal).Take(limit)];

    private static void CheckLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, ErrorLimits.QueryPageCount);
    }
}
