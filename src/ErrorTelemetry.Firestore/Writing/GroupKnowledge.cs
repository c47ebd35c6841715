using ErrorTelemetry.Documents;

namespace ErrorTelemetry.Writing;

/// <summary>What this process knows of the lists in a group's document. Other processes may have added more; nothing that rests on it can lose what they wrote.</summary>
internal sealed record GroupKnowledge(
    IReadOnlyList<string> Mechanisms, IReadOnlyList<string> Environments, IReadOnlyList<KnownRelease> Releases, IReadOnlyList<string> LastCorrelationIds, DateTimeOffset LastSeen)
{
    /// <summary>The fields that have to be read to know.</summary>
    public static IReadOnlyList<string> Mask { get; } =
        [GroupDocument.Mechanisms, GroupDocument.Environments, GroupDocument.Releases, GroupDocument.LastCorrelationIds, GroupDocument.LastSeenMs];

    public static GroupKnowledge Read(FieldReader fields) => new(
        fields.Texts(GroupDocument.Mechanisms),
        fields.Texts(GroupDocument.Environments),
        GroupDocument.ReadReleases(fields),
        fields.Texts(GroupDocument.LastCorrelationIds),
        DateTimeOffset.FromUnixTimeMilliseconds(fields.Number(GroupDocument.LastSeenMs) ?? 0));

    /// <summary>What is known after a group has become <paramref name="group"/>: releases keep their order, new ones come after the last.</summary>
    public static GroupKnowledge Of(ErrorGroup group, IReadOnlyList<KnownRelease> before)
    {
        var order = before.Count == 0 ? 0 : before.Max(release => release.Order);
        var orders = before.ToDictionary(release => release.Name, release => release.Order, StringComparer.Ordinal);
        var releases = group.Releases
            .Select(release => new KnownRelease(release.Name, orders.TryGetValue(release.Name, out var known) ? known : ++order, release.FirstSeen, release.Count))
            .ToList();
        return new GroupKnowledge(group.Mechanisms, group.Environments, releases, group.LastCorrelationIds, group.LastSeen);
    }

    /// <summary>The group that these lists stand for, with nothing counted yet, so that what is added to it is the change.</summary>
    public ErrorGroup ToUncounted(ErrorEvent next) => next.ToGroup() with
    {
        Count = 0,
        LastSeen = LastSeen,
        Mechanisms = Mechanisms,
        Environments = Environments,
        Releases = [.. Releases.Select(release => new GroupRelease(release.Name, release.FirstSeen, 0))],
        LastCorrelationIds = LastCorrelationIds,
    };
}
