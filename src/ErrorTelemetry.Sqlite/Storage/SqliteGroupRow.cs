namespace ErrorTelemetry.Storage;

/// <summary>A group within one batch: as it was read (or about to be founded), then with each event of the batch added.</summary>
internal sealed class SqliteGroupRow(long id, ErrorGroup? group, long keptHour, long keptInHour)
{
    public long Id { get; } = id;

    /// <summary>Whether the file has no such row yet.</summary>
    public bool IsNew { get; } = group is null;

    /// <summary>The group so far; <see langword="null"/> until the first event founds it. Its sample and triage state are not what the file holds.</summary>
    public ErrorGroup? Group { get; private set; } = group;

    public long KeptHour { get; private set; } = keptHour;

    public long KeptInHour { get; private set; } = keptInHour;

    /// <summary>Whether an event of this batch changed it.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Whether one more event of this clock hour may be kept.</summary>
    public bool HasRoom(long hour, int maxPerHour) => (hour == KeptHour ? KeptInHour : 0) < maxPerHour;

    public void Add(ErrorEvent errorEvent, long hour, bool kept)
    {
        Group = Group is null ? errorEvent.ToGroup() : Group.Add(errorEvent);
        IsChanged = true;
        if (!kept)
            return;
        KeptInHour = hour == KeptHour ? KeptInHour + 1 : 1;
        KeptHour = hour;
    }
}
