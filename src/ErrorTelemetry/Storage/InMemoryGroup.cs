namespace ErrorTelemetry.Storage;

/// <summary>A group of the in-memory store with what the store needs beside it.</summary>
internal sealed class InMemoryGroup
{
    private long _hour;
    private int _keptThisHour;

    public InMemoryGroup(ErrorGroup group)
    {
        Group = group;
        Use = new LinkedListNode<InMemoryGroup>(this);
    }

    public ErrorGroup Group { get; set; }

    /// <summary>Its place in the order of use; the least recently used group gives way.</summary>
    public LinkedListNode<InMemoryGroup> Use { get; }

    public HashSet<string> EventIds { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether one more event of this clock hour may be kept; counts it if so.</summary>
    public bool Keep(DateTimeOffset now, int maxPerHour)
    {
        var hour = now.ToUnixTimeSeconds() / 3600;
        if (hour != _hour)
            (_hour, _keptThisHour) = (hour, 0);
        if (_keptThisHour >= maxPerHour)
            return false;
        _keptThisHour++;
        return true;
    }
}
