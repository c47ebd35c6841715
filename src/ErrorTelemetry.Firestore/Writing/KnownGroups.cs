namespace ErrorTelemetry.Writing;

/// <summary>The groups that this process has read or written lately. Forgetting one costs a read.</summary>
internal sealed class KnownGroups(TimeProvider time)
{
    private const int Capacity = 20_000;

    private readonly Lock _gate = new();
    private readonly RecentMap<GroupKnowledge?> _groups = new(Capacity, TimeSpan.FromHours(6), time);

    /// <summary>Whether it is known if there is such a group, and what it holds.</summary>
    public bool Knows(string fingerprint)
    {
        lock (_gate)
            return _groups.TryGet(fingerprint, out _);
    }

    /// <summary>What is known of the group; <see langword="null"/>: there is none, as far as is known.</summary>
    public GroupKnowledge? Find(string fingerprint)
    {
        lock (_gate)
            return _groups.TryGet(fingerprint, out var knowledge) ? knowledge : null;
    }

    public void Set(string fingerprint, GroupKnowledge? knowledge)
    {
        lock (_gate)
            _groups.Set(fingerprint, knowledge);
    }

    public void Forget(string fingerprint)
    {
        lock (_gate)
            _groups.Remove(fingerprint);
    }
}
