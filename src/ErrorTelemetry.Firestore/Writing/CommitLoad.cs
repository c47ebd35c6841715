namespace ErrorTelemetry.Writing;

/// <summary>Fills one commit up to what Firestore takes at once.</summary>
internal sealed class CommitLoad
{
    // Firestore takes 500 writes and 10 MiB (https://firebase.google.com/docs/firestore/quotas).
    private const int MostWrites = 500;
    private const int MostBytes = 9 * 1024 * 1024;

    /// <summary>Ids that are only counted cost no write; this bounds the look-up and the time of one commit.</summary>
    private const int MostEvents = 10_000;

    // What a group's lists take: some at once, and more for each event that may bring a release or an environment, until the lists are full twice over.
    private const int GroupBytes = 4 * 1024;
    private const int ListBytesPerEvent = 4 * 1024;
    private const int MostListChanges = 2 * ErrorLimits.GroupReleaseCount;

    private readonly List<LanePart> _parts = [];
    private readonly HashSet<string> _receipts = new(StringComparer.Ordinal);
    private List<PendingEvent>? _current;
    private int _writes;
    private int _bytes;
    private int _events;

    public IReadOnlyList<LanePart> Parts => _parts;

    /// <summary>Begins the events of another group.</summary>
    public void Begin(string fingerprint) => _parts.Add(new LanePart(fingerprint, _current = []));

    /// <summary>Adds an event to the group that was begun, unless the commit would become too large; the first one always fits.</summary>
    public bool TryAdd(PendingEvent pending, Attempt attempt)
    {
        var founds = _current!.Count == 0;
        var writes = _writes + (founds ? 1 : 0) + (attempt.IsKept || !_receipts.Contains(attempt.Id) ? 1 : 0);
        var size = founds || attempt.IsKept ? EventSize.Of(pending.Event) : 0;
        var bytes = _bytes + (attempt.IsKept ? size : 0) + (founds ? size + GroupBytes : 0) + (_current.Count < MostListChanges ? ListBytesPerEvent : 0);
        if (_events > 0 && (writes > MostWrites || bytes > MostBytes || _events >= MostEvents))
            return false;
        (_writes, _bytes, _events) = (writes, bytes, _events + 1);
        if (!attempt.IsKept)
            _receipts.Add(attempt.Id);
        _current.Add(pending);
        return true;
    }

    /// <summary>Forgets a group for which nothing was added.</summary>
    public void End()
    {
        if (_current!.Count == 0)
            _parts.RemoveAt(_parts.Count - 1);
    }
}
