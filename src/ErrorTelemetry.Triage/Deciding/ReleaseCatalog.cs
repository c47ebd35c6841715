namespace ErrorTelemetry.Deciding;

/// <summary>The releases of all groups, with the time each was first seen anywhere: the order of releases that are not versions.</summary>
internal sealed class ReleaseCatalog
{
    private readonly Dictionary<string, DateTimeOffset> _firstSeen = new(StringComparer.Ordinal);

    public ReleaseCatalog(IEnumerable<ErrorGroup> groups)
    {
        foreach (var release in groups.SelectMany(group => group.Releases))
        {
            if (!_firstSeen.TryGetValue(release.Name, out var known) || release.FirstSeen < known)
                _firstSeen[release.Name] = release.FirstSeen;
        }
    }

    /// <summary>Whether the release is one that the store has seen, or reads as a version.</summary>
    public bool IsRelease(string name) => _firstSeen.ContainsKey(name) || ReleaseVersion.TryParse(name) is not null;

    /// <summary>The newest release that was seen at a time, or <see langword="null"/>.</summary>
    public string? NewestAt(DateTimeOffset time)
    {
        string? newest = null;
        foreach (var (name, firstSeen) in _firstSeen.OrderBy(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (firstSeen <= time && (newest is null || IsNotOlder(name, newest, time)))
                newest = name;
        }

        return newest;
    }

    /// <summary>Whether an event's release has the fix: by version, else by when each was first seen, else by whether it came up after the fix.</summary>
    public bool IsNotOlder(string release, string fix, DateTimeOffset resolvedAt)
    {
        if (release == fix)
            return true;
        if (ReleaseVersion.TryParse(release) is { } version && ReleaseVersion.TryParse(fix) is { } fixVersion && version.CompareTo(fixVersion) is not 0 and var order)
            return order > 0;
        if (!_firstSeen.TryGetValue(release, out var releaseSeen))
            return false;
        return _firstSeen.TryGetValue(fix, out var fixSeen) ? releaseSeen >= fixSeen : releaseSeen > resolvedAt;
    }

    /// <summary>When a release was first seen, or <see langword="null"/>.</summary>
    public DateTimeOffset? FirstSeen(string release) => _firstSeen.TryGetValue(release, out var time) ? time : null;
}
