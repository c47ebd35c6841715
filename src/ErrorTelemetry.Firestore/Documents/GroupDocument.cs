using ErrorTelemetry.Protocol;

namespace ErrorTelemetry.Documents;

/// <summary>
/// A group's document. What many processes change at once is changed by transforms alone: numbers by increment, minimum and maximum, short lists by
/// append-if-missing, and the map of releases field by field. Each writer keeps the lists within their bounds as far as it knows, and a reader cuts the rest.
/// </summary>
internal static class GroupDocument
{
    public const string Count = "count";
    public const string FirstSeenMs = "firstSeenMs";
    public const string LastSeenMs = "lastSeenMs";
    public const string LastSeen = "lastSeen";
    public const string LastRelease = "lastRelease";
    public const string Mechanisms = "mechanisms";
    public const string Environments = "environments";
    public const string Releases = "releases";
    public const string LastCorrelationIds = "lastCorrelationIds";
    public const string ExpireAt = "expireAt";

    /// <summary>A group that is new, whole.</summary>
    public static MapValue ToMap(ErrorGroup group, IReadOnlyList<KnownRelease> releases, DateTimeOffset expireAt) => FieldWriter.MapOf(fields => fields
        .Text("fingerprint", group.Fingerprint)
        .Text("groupingVersion", group.GroupingVersion)
        .Text("type", group.Type)
        .Text("title", group.Title)
        .Text("culprit", group.Culprit)
        .Number(Count, group.Count)
        .Time("firstSeen", group.FirstSeen)
        .Time(LastSeen, group.LastSeen)
        .Number(FirstSeenMs, group.FirstSeen.ToUnixTimeMilliseconds())
        .Number(LastSeenMs, group.LastSeen.ToUnixTimeMilliseconds())
        .Texts(Mechanisms, group.Mechanisms)
        .Texts(Environments, group.Environments)
        .Text("firstRelease", group.Releases.Count > 0 ? group.Releases[0].Name : null)
        .Text(LastRelease, group.Releases.Count > 0 ? group.Releases[^1].Name : null)
        .Map(Releases, ToMap(releases))
        .Texts(LastCorrelationIds, group.LastCorrelationIds)
        .Map("sample", EventDocument.ToMap(group.Sample))
        .Map(TriageDocument.Field, TriageDocument.ToMap(group.Triage))
        .Time(ExpireAt, expireAt));

    /// <summary>The group, or <see langword="null"/> if a field without which it is none is missing.</summary>
    public static ErrorGroup? Read(string id, FieldReader fields)
    {
        if (fields.Map("sample") is not { } sampleFields || EventDocument.Read(string.Empty, sampleFields) is not { } sample)
            return null;
        var firstSeen = fields.Number(FirstSeenMs) is { } first ? DateTimeOffset.FromUnixTimeMilliseconds(first) : sample.Timestamp;
        return new ErrorGroup
        {
            Fingerprint = fields.Text("fingerprint") ?? id,
            GroupingVersion = fields.Text("groupingVersion") ?? sample.GroupingVersion,
            Type = fields.Text("type") ?? sample.Type,
            Title = fields.Text("title") ?? sample.Title,
            Culprit = fields.Text("culprit"),
            Count = fields.Number(Count) ?? 0,
            FirstSeen = firstSeen,
            LastSeen = fields.Number(LastSeenMs) is { } last ? DateTimeOffset.FromUnixTimeMilliseconds(last) : firstSeen,
            Mechanisms = [.. fields.Texts(Mechanisms).Take(ErrorLimits.GroupListCount)],
            Environments = [.. fields.Texts(Environments).Take(ErrorLimits.GroupListCount)],
            Releases = [.. ReadReleases(fields).Select(release => new GroupRelease(release.Name, release.FirstSeen, release.Count))],
            LastCorrelationIds = [.. fields.Texts(LastCorrelationIds).Take(ErrorLimits.GroupCorrelationIdCount)],
            Sample = sample,
            Triage = TriageDocument.Read(fields.Map(TriageDocument.Field)),
        };
    }

    /// <summary>The releases by appearance; of too many, the very first and the newest.</summary>
    public static IReadOnlyList<KnownRelease> ReadReleases(FieldReader fields)
    {
        var releases = fields.NamedMaps(Releases)
            .Select(entry => new KnownRelease(
                entry.Fields.Text("name") ?? entry.Name,
                entry.Fields.Number("order") ?? 0,
                DateTimeOffset.FromUnixTimeMilliseconds(entry.Fields.Number(FirstSeenMs) ?? 0),
                entry.Fields.Number(Count) ?? 0))
            .OrderBy(release => release.Order).ThenBy(release => release.FirstSeen).ThenBy(release => release.Name, StringComparer.Ordinal)
            .ToList();
        return releases.Count <= ErrorLimits.GroupReleaseCount ? releases : [releases[0], .. releases.TakeLast(ErrorLimits.GroupReleaseCount - 1)];
    }

    public static Value ToValue(KnownRelease release) => new()
    {
        MapValue = FieldWriter.MapOf(fields => fields
            .Text("name", release.Name)
            .Number("order", release.Order)
            .Number(FirstSeenMs, release.FirstSeen.ToUnixTimeMilliseconds())
            .Number(Count, release.Count)),
    };

    private static MapValue? ToMap(IReadOnlyList<KnownRelease> releases)
    {
        if (releases.Count == 0)
            return null;
        var map = new MapValue();
        foreach (var release in releases)
            map.Fields[FieldNames.ForKey(release.Name)] = ToValue(release);
        return map;
    }
}
