namespace ErrorTelemetry;

/// <summary>How an event changes its group: the one definition that every store that computes groups itself shares.</summary>
public static class ErrorGroupExtensions
{
    /// <summary>The group that an event founds.</summary>
    public static ErrorGroup ToGroup(this ErrorEvent errorEvent)
    {
        ArgumentNullException.ThrowIfNull(errorEvent);
        return new ErrorGroup
        {
            Fingerprint = errorEvent.Fingerprint,
            GroupingVersion = errorEvent.GroupingVersion,
            Type = errorEvent.Type,
            Title = errorEvent.Title,
            Culprit = errorEvent.Culprit,
            Count = 1,
            FirstSeen = errorEvent.Timestamp,
            LastSeen = errorEvent.Timestamp,
            Mechanisms = [errorEvent.Mechanism],
            Environments = errorEvent.Environment is { } environment ? [environment] : [],
            Releases = errorEvent.Release is { } release ? [new GroupRelease(release, errorEvent.Timestamp, 1)] : [],
            LastCorrelationIds = errorEvent.CorrelationId is { } id ? [id] : [],
            Sample = errorEvent,
        };
    }

    /// <summary>The group after one more event. The triage state is left alone: regressions are triage's to judge.</summary>
    public static ErrorGroup Add(this ErrorGroup group, ErrorEvent errorEvent)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(errorEvent);
        return group with
        {
            Count = group.Count + 1,
            FirstSeen = errorEvent.Timestamp < group.FirstSeen ? errorEvent.Timestamp : group.FirstSeen,
            LastSeen = errorEvent.Timestamp > group.LastSeen ? errorEvent.Timestamp : group.LastSeen,
            Mechanisms = Union(group.Mechanisms, errorEvent.Mechanism),
            Environments = Union(group.Environments, errorEvent.Environment),
            Releases = Count(group.Releases, errorEvent.Release, errorEvent.Timestamp),
            LastCorrelationIds = Newest(group.LastCorrelationIds, errorEvent.CorrelationId),
        };
    }

    private static IReadOnlyList<string> Union(IReadOnlyList<string> list, string? value) =>
        value is null || list.Count >= ErrorLimits.GroupListCount || list.Contains(value) ? list : [.. list, value];

    private static IReadOnlyList<string> Newest(IReadOnlyList<string> list, string? value)
    {
        if (value is null || (list.Count > 0 && list[0] == value))
            return list;
        return [value, .. list.Where(id => id != value).Take(ErrorLimits.GroupCorrelationIdCount - 1)];
    }

    private static IReadOnlyList<GroupRelease> Count(IReadOnlyList<GroupRelease> releases, string? name, DateTimeOffset timestamp)
    {
        if (name is null)
            return releases;
        var list = releases.ToList();
        var index = list.FindIndex(release => release.Name == name);
        if (index >= 0)
        {
            var known = list[index];
            list[index] = known with { Count = known.Count + 1, FirstSeen = timestamp < known.FirstSeen ? timestamp : known.FirstSeen };
            return list;
        }

        if (list.Count >= ErrorLimits.GroupReleaseCount)
            list.RemoveAt(1);
        list.Add(new GroupRelease(name, timestamp, 1));
        return list;
    }
}
