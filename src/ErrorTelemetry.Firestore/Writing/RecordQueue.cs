using System.Security.Cryptography;
using ErrorTelemetry.Client;

namespace ErrorTelemetry.Writing;

/// <summary>
/// Where callers' events wait for their commits. Each group is written by one commit at a time and then rests for the write interval, while what comes for it
/// gathers; groups do not wait for one another. It holds only what callers wait for, so they bound it.
/// Event ids are known here while they wait, and for 25 h after.
/// </summary>
internal sealed class RecordQueue : IAsyncDisposable
{
    private const int RememberedIds = 200_000;
    private const int RememberedAttempts = 50_000;

    /// <summary>Kept for at most twice as long, which is within the life of a receipt.</summary>
    private static readonly TimeSpan AttemptAge = TimeSpan.FromMinutes(25);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, PendingEvent> _pending = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GroupLane> _lanes = new(StringComparer.Ordinal);
    private readonly Queue<GroupLane> _ready = new();
    private readonly PriorityQueue<GroupLane, long> _resting = new();
    private readonly RecentMap<string> _recorded;
    private readonly RecentMap<Attempt> _failed;
    private readonly HourlyCap _cap;
    private readonly KnownGroups _known;
    private readonly GroupCommit _commit;
    private readonly WriteSettings _settings;
    private readonly TimeProvider _time;
    private readonly ITimer _wake;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _underWay;

    public RecordQueue(FirestoreClient client, WriteSettings settings, TimeProvider time)
    {
        _settings = settings;
        _time = time;
        _recorded = new RecentMap<string>(RememberedIds, TimeSpan.FromHours(ErrorLimits.CountedIdHours), time);
        _failed = new RecentMap<Attempt>(RememberedAttempts, AttemptAge, time);
        _cap = new HourlyCap(settings.MaxStoredEventsPerGroupPerHour, time);
        _known = new KnownGroups(time);
        _commit = new GroupCommit(client, _known, settings, time);
        _wake = time.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Queues a batch. For each event: the pending one, and whether this batch brought it; <see langword="null"/> for an id that is known.</summary>
    public (PendingEvent? Pending, bool IsFirst)[] Add(IReadOnlyList<ErrorEvent> events)
    {
        var added = new (PendingEvent?, bool)[events.Count];
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_stop.IsCancellationRequested, this);
            for (var i = 0; i < added.Length; i++)
                added[i] = Add(events[i]);
            Start();
        }

        return added;
    }

    /// <summary>Takes back what no commit has and nobody else waits for.</summary>
    public void Withdraw(IEnumerable<PendingEvent> events)
    {
        lock (_gate)
        {
            foreach (var pending in events.Where(pending => --pending.Callers == 0 && !pending.IsTaken && !pending.IsWithdrawn))
            {
                pending.IsWithdrawn = true;
                _pending.Remove(pending.Event.EventId);
                pending.Complete();
            }
        }
    }

    /// <summary>The group is gone, and with it all that is remembered of it.</summary>
    public void Forget(string fingerprint)
    {
        lock (_gate)
        {
            _known.Forget(fingerprint);
            _cap.Forget(fingerprint);
            _recorded.RemoveWhere(owner => owner == fingerprint);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        lock (_gate)
        {
            if (_underWay == 0)
                _drained.TrySetResult();
        }

        await _drained.Task.ConfigureAwait(false);
        await _wake.DisposeAsync().ConfigureAwait(false);
        lock (_gate)
        {
            foreach (var pending in _pending.Values)
                pending.Complete(Stopped());
        }

        _stop.Dispose();
    }

    private static ErrorStoreException Stopped() => new("The Firestore store was stopped.", isTransient: false);

    private (PendingEvent?, bool) Add(ErrorEvent errorEvent)
    {
        if (_pending.TryGetValue(errorEvent.EventId, out var pending))
        {
            pending.Callers++;
            return (pending, false);
        }

        if (_recorded.TryGet(errorEvent.EventId, out _))
            return (null, false);
        _pending[errorEvent.EventId] = pending = new PendingEvent(errorEvent);
        if (!_lanes.TryGetValue(errorEvent.Fingerprint, out var lane))
            _lanes[errorEvent.Fingerprint] = lane = new GroupLane(errorEvent.Fingerprint);
        lane.Waiting.Enqueue(pending);
        MakeReady(lane);
        return (pending, true);
    }

    private void MakeReady(GroupLane lane)
    {
        if (lane.IsHeld || lane.IsReady)
            return;
        lane.IsReady = true;
        _ready.Enqueue(lane);
    }

    private void Wake()
    {
        lock (_gate)
            Start();
    }

    /// <summary>Ends the rest of the lanes whose time it is, and starts as many commits as may be under way. Called under the lock.</summary>
    private void Start()
    {
        if (_stop.IsCancellationRequested)
            return;
        var now = _time.GetTimestamp();
        while (_resting.TryPeek(out var rested, out var until) && until <= now)
        {
            _resting.Dequeue();
            rested.IsHeld = false;
            if (rested.Waiting.Count > 0)
                MakeReady(rested);
            else
                _lanes.Remove(rested.Fingerprint);
        }

        while (_ready.Count > 0 && _underWay < _settings.MaxConcurrentCommits)
        {
            var parts = Take(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10)));
            if (parts.Count == 0)
                continue;
            _underWay++;
            _ = Task.Run(() => RunAsync(parts));
        }

        if (_resting.TryPeek(out _, out var next))
            _wake.Change(_time.GetElapsedTime(now, next) + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
    }

    /// <summary>Fills one commit from the lanes that are ready.</summary>
    private IReadOnlyList<LanePart> Take(string commitId)
    {
        var load = new CommitLoad();
        while (_ready.TryPeek(out var lane))
        {
            load.Begin(lane.Fingerprint);
            var isFull = !TryTakeAll(lane, load, commitId);
            load.End();
            var taken = load.Parts.Count > 0 && load.Parts[^1].Fingerprint == lane.Fingerprint;
            if (isFull && !taken)
                break;
            _ready.Dequeue();
            lane.IsReady = false;
            lane.IsHeld = taken;
            if (!taken)
                _lanes.Remove(lane.Fingerprint);
            if (isFull)
                break;
        }

        return load.Parts;
    }

    private bool TryTakeAll(GroupLane lane, CommitLoad load, string commitId)
    {
        while (lane.Waiting.TryPeek(out var pending))
        {
            if (!pending.IsWithdrawn)
            {
                var attempt = Decide(pending, commitId, out var takesCap);
                if (!load.TryAdd(pending, attempt))
                {
                    if (takesCap)
                        _cap.GiveBack(lane.Fingerprint);
                    return false;
                }

                pending.IsTaken = true;
                pending.Attempt = attempt;
            }

            lane.Waiting.Dequeue();
        }

        return true;
    }

    private Attempt Decide(PendingEvent pending, string commitId, out bool takesCap)
    {
        takesCap = false;
        if (_failed.TryGet(pending.Event.EventId, out var earlier))
            return earlier;
        takesCap = _cap.TryTake(pending.Event.Fingerprint);
        return new Attempt(commitId, takesCap);
    }

    private async Task RunAsync(IReadOnlyList<LanePart> parts)
    {
        Exception? failure = null;
        try
        {
            await _commit.RunAsync(parts, _stop.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Whatever it is, it is the callers' to hear.
            failure = exception is OperationCanceledException ? Stopped() : exception;
        }

        Finish(parts, failure);
    }

    private void Finish(IReadOnlyList<LanePart> parts, Exception? failure)
    {
        lock (_gate)
        {
            _underWay--;
            var until = _time.GetTimestamp() + (long)(_settings.GroupWriteInterval.TotalSeconds * _time.TimestampFrequency);
            foreach (var part in parts)
            {
                foreach (var pending in part.Events)
                    Finish(pending);
                _resting.Enqueue(_lanes[part.Fingerprint], until);
            }

            Start();
            if (_underWay == 0 && _stop.IsCancellationRequested)
                _drained.TrySetResult();
        }

        foreach (var pending in parts.SelectMany(part => part.Events))
            pending.Complete(pending.Outcome is null ? failure : null);
    }

    private void Finish(PendingEvent pending)
    {
        var id = pending.Event.EventId;
        _pending.Remove(id);
        if (pending.Outcome is null)
        {
            _failed.Set(id, pending.Attempt);
            return;
        }

        _failed.Remove(id);
        _recorded.Set(id, pending.Event.Fingerprint);
        if (pending.Outcome == RecordOutcome.Duplicate && pending.Attempt.IsKept)
            _cap.GiveBack(pending.Event.Fingerprint);
    }
}
