using ErrorTelemetry.Protocol;

namespace ErrorTelemetry.Writing;

/// <summary>The writes of one commit, and what holds once they have happened.</summary>
internal sealed class CommitPlan
{
    private readonly List<(string Fingerprint, GroupKnowledge Knowledge)> _groups = [];

    public List<Write> Writes { get; } = [];

    public List<PendingEvent> Events { get; } = [];

    public void Add(string fingerprint, IEnumerable<PendingEvent> events, GroupChange change)
    {
        Events.AddRange(events);
        Writes.Add(change.Write);
        _groups.Add((fingerprint, change.Knowledge));
    }

    public void Succeed(KnownGroups known)
    {
        foreach (var pending in Events)
            pending.Outcome = RecordOutcome.Recorded;
        foreach (var (fingerprint, knowledge) in _groups)
            known.Set(fingerprint, knowledge);
    }
}
