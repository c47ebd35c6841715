namespace ErrorTelemetry.Storage;

/// <summary>The store of a host that has chosen none: exact and complete within its limits, and gone with the process.</summary>
/// <remarks>One lock guards everything: nothing here waits, so it is held for microseconds.</remarks>
internal sealed partial class InMemoryErrorStore(ErrorStorageOptions storage, TimeProvider timeProvider, InMemoryErrorStoreLimits? limits = null) : IErrorStore
{
    private readonly InMemoryErrorStoreLimits _limits = limits ?? new InMemoryErrorStoreLimits();
    private readonly Lock _lock = new();
    private readonly Dictionary<string, InMemoryGroup> _groups = new(StringComparer.Ordinal);
    private readonly LinkedList<InMemoryGroup> _groupsByUse = new();
    private readonly Dictionary<string, LinkedListNode<ErrorEvent>> _events = new(StringComparer.Ordinal);
    private readonly LinkedList<ErrorEvent> _eventsByAge = new();
    private readonly HashSet<string> _countedIds = new(StringComparer.Ordinal);
    private readonly Queue<(string EventId, DateTimeOffset Until)> _countedByAge = new();

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecordOutcome>> RecordAsync(IReadOnlyList<ErrorEvent> events, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<IReadOnlyList<RecordOutcome>>(cancellationToken);
        var outcomes = new RecordOutcome[events.Count];
        var now = timeProvider.GetUtcNow();
        lock (_lock)
        {
            ForgetCountedIds(now);
            for (var i = 0; i < outcomes.Length; i++)
                outcomes[i] = Record(events[i], now);
        }

        return Task.FromResult<IReadOnlyList<RecordOutcome>>(outcomes);
    }

    /// <inheritdoc/>
    public Task<TriageState?> TryChangeTriageAsync(string fingerprint, long expectedVersion, TriageState next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        ArgumentNullException.ThrowIfNull(next);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (!_groups.TryGetValue(fingerprint, out var entry) || entry.Group.Triage.Version != expectedVersion)
                return Task.FromResult<TriageState?>(null);
            var written = next with { Version = expectedVersion + 1, ChangedAt = timeProvider.GetUtcNow() };
            entry.Group = entry.Group with { Triage = written };
            return Task.FromResult<TriageState?>(written);
        }
    }

    /// <inheritdoc/>
    public Task<PurgeResult> PurgeAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var now = timeProvider.GetUtcNow();
        lock (_lock)
        {
            ForgetCountedIds(now);
            var events = _events.Count;
            var groups = _groups.Count;
            var eventsSince = now.AddDays(-storage.EventRetentionDays);
            foreach (var old in _eventsByAge.Where(e => e.Timestamp < eventsSince).ToList())
                Remove(old);
            var groupsSince = now.AddDays(-storage.GroupRetentionDays);
            foreach (var idle in _groupsByUse.Where(entry => entry.Group.LastSeen < groupsSince).ToList())
                Remove(idle);
            return Task.FromResult(new PurgeResult(events - _events.Count, groups - _groups.Count));
        }
    }

    /// <inheritdoc/>
    public Task<bool> DeleteGroupAsync(string fingerprint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (!_groups.TryGetValue(fingerprint, out var entry))
                return Task.FromResult(false);
            Remove(entry);
            return Task.FromResult(true);
        }
    }

    private RecordOutcome Record(ErrorEvent errorEvent, DateTimeOffset now)
    {
        if (_events.ContainsKey(errorEvent.EventId) || _countedIds.Contains(errorEvent.EventId))
            return RecordOutcome.Duplicate;
        if (_groups.TryGetValue(errorEvent.Fingerprint, out var entry))
            _groupsByUse.Remove(entry.Use);
        var group = entry is null ? errorEvent.ToGroup() : entry.Group.Add(errorEvent);
        entry ??= _groups[errorEvent.Fingerprint] = new InMemoryGroup(group);
        entry.Group = group;
        _groupsByUse.AddLast(entry.Use);
        if (_groups.Count > _limits.Groups)
            Remove(_groupsByUse.First!.Value);

        if (entry.Keep(now, storage.MaxStoredEventsPerGroupPerHour))
            Keep(entry, errorEvent);
        else
            RememberCountedId(errorEvent.EventId, now);
        return RecordOutcome.Recorded;
    }

    private void Keep(InMemoryGroup entry, ErrorEvent errorEvent)
    {
        _events.Add(errorEvent.EventId, _eventsByAge.AddLast(errorEvent));
        entry.EventIds.Add(errorEvent.EventId);
        if (_events.Count > _limits.Events)
            Remove(_eventsByAge.First!.Value);
    }

    private void RememberCountedId(string eventId, DateTimeOffset now)
    {
        _countedIds.Add(eventId);
        _countedByAge.Enqueue((eventId, now.AddHours(ErrorLimits.CountedIdHours)));
        if (_countedByAge.Count > _limits.CountedIds)
            _countedIds.Remove(_countedByAge.Dequeue().EventId);
    }

    private void ForgetCountedIds(DateTimeOffset now)
    {
        while (_countedByAge.TryPeek(out var oldest) && oldest.Until <= now)
            _countedIds.Remove(_countedByAge.Dequeue().EventId);
    }

    private void Remove(ErrorEvent errorEvent)
    {
        if (!_events.Remove(errorEvent.EventId, out var node))
            return;
        _eventsByAge.Remove(node);
        if (_groups.TryGetValue(errorEvent.Fingerprint, out var entry))
            entry.EventIds.Remove(errorEvent.EventId);
    }

    private void Remove(InMemoryGroup entry)
    {
        _groups.Remove(entry.Group.Fingerprint);
        _groupsByUse.Remove(entry.Use);
        foreach (var id in entry.EventIds)
        {
            if (_events.Remove(id, out var node))
                _eventsByAge.Remove(node);
        }
    }
}
