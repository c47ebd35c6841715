namespace ErrorTelemetry.Storage;

/// <summary>Removes groups and events, a bounded part per transaction, so that recording never waits long.</summary>
internal static class SqliteRemoval
{
    private const int EventsPerPart = 1_000;
    private const int GroupsPerPart = 50;
    private const int CountedIdsPerPart = 10_000;

    /// <summary>Removes some of the events from before a time.</summary>
    /// <returns>How many; 0 when none is left.</returns>
    public static int RemoveEvents(SqliteWriter writer, long beforeMs)
    {
        // From the groups, whose index leads to their old events: events have no index by time alone, which every insert would pay for.
        using var delete = writer.Prepare("""
            DELETE FROM events WHERE id IN
                (SELECT e.id FROM groups g CROSS JOIN events e ON e.group_id = g.id AND e.timestamp_ms < ?1 LIMIT ?2)
            """);
        delete.Bind(1, beforeMs).Bind(2, EventsPerPart).Run();
        return delete.Changes;
    }

    /// <summary>Removes some of the ids that were counted before a clock hour.</summary>
    /// <returns>How many; 0 when none is left.</returns>
    public static int RemoveCountedIds(SqliteWriter writer, long beforeHour)
    {
        // The last row of the appended ones stays, empty: see the schema.
        using var empty = writer.Prepare("UPDATE counted_appends SET ids = x'' WHERE hour < ?1 AND length(ids) > 0");
        using var trim = writer.Prepare("DELETE FROM counted_appends WHERE length(ids) = 0 AND id < (SELECT max(id) FROM counted_appends)");
        using var delete = writer.Prepare("DELETE FROM counted_ids WHERE id IN (SELECT id FROM counted_ids WHERE hour < ?1 LIMIT ?2)");
        empty.Bind(1, beforeHour).Run();
        trim.Run();
        delete.Bind(1, beforeHour).Bind(2, CountedIdsPerPart).Run();
        writer.Events.CountedIds.Forget();
        return delete.Changes;
    }

    /// <summary>Removes some of the groups last seen before a time, with their events.</summary>
    /// <returns>How many events and groups; no groups when none is left.</returns>
    public static PurgeResult RemoveGroups(SqliteWriter writer, long beforeMs)
    {
        using var find = writer.Prepare("SELECT id FROM groups WHERE last_seen_ms < ?1 LIMIT ?2");
        return RemoveFound(writer, find.Bind(1, beforeMs).Bind(2, GroupsPerPart));
    }

    /// <summary>Removes one group with its events.</summary>
    public static PurgeResult RemoveGroup(SqliteWriter writer, string fingerprint)
    {
        using var find = writer.Prepare("SELECT id FROM groups WHERE fingerprint = ?1");
        return RemoveFound(writer, find.Bind(1, fingerprint));
    }

    private static PurgeResult RemoveFound(SqliteWriter writer, SqliteStatement find)
    {
        var ids = new List<long>();
        while (find.Step())
            ids.Add(find.Int64(0));

        using var events = writer.Prepare("DELETE FROM events WHERE group_id = ?1");
        using var sample = writer.Prepare("DELETE FROM samples WHERE group_id = ?1");
        using var group = writer.Prepare("DELETE FROM groups WHERE id = ?1");
        var removedEvents = 0L;
        foreach (var id in ids)
        {
            events.Bind(1, id).Run();
            removedEvents += events.Changes;
            sample.Bind(1, id).Run();
            group.Bind(1, id).Run();
        }

        return new PurgeResult(removedEvents, ids.Count);
    }
}
