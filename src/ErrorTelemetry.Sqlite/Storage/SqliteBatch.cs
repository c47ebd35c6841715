namespace ErrorTelemetry.Storage;

/// <summary>Records a batch inside the writer's transaction: each event once, each group read and written once.</summary>
internal sealed class SqliteBatch(SqliteWriter writer, long hour, int maxPerHour)
{
    private readonly Dictionary<string, SqliteGroupRow> _rows = new(StringComparer.Ordinal);
    private long? _lastId;

    public RecordOutcome[] Record(IReadOnlyList<ErrorEvent> events)
    {
        var countedIds = writer.Events.CountedIds;
        countedIds.CatchUp();
        var outcomes = new RecordOutcome[events.Count];
        for (var i = 0; i < outcomes.Length; i++)
            outcomes[i] = Record(events[i]);
        foreach (var row in _rows.Values)
        {
            if (row.IsChanged)
                writer.Groups.Save(row);
        }

        countedIds.Save(hour);
        return outcomes;
    }

    private RecordOutcome Record(ErrorEvent errorEvent)
    {
        if (!_rows.TryGetValue(errorEvent.Fingerprint, out var row))
            _rows[errorEvent.Fingerprint] = row = writer.Groups.Find(errorEvent) ?? new SqliteGroupRow(NextId(), group: null, keptHour: 0, keptInHour: 0);
        var kept = row.HasRoom(hour, maxPerHour);
        if (!(kept ? writer.Events.TryKeep(errorEvent, row.Id) : writer.Events.TryCount(errorEvent, hour)))
            return RecordOutcome.Duplicate;
        row.Add(errorEvent, hour, kept);
        return RecordOutcome.Recorded;
    }

    private long NextId()
    {
        _lastId = (_lastId ?? writer.Groups.LastId()) + 1;
        return _lastId.Value;
    }
}
