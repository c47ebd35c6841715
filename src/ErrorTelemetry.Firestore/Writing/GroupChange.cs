using ErrorTelemetry.Documents;
using ErrorTelemetry.Protocol;

namespace ErrorTelemetry.Writing;

/// <summary>What some events do to their group: the one write that does it, and what is known of the group afterwards.</summary>
internal sealed record GroupChange(Write Write, GroupKnowledge Knowledge)
{
    /// <param name="name">The document's name.</param>
    /// <param name="known">What is known of the group; <see langword="null"/>: there is none, so the write creates it.</param>
    /// <param name="events">The events in order; at least one.</param>
    /// <param name="retention">How long an idle group is kept.</param>
    public static GroupChange Of(string name, GroupKnowledge? known, IReadOnlyList<ErrorEvent> events, TimeSpan retention)
    {
        var before = known?.ToUncounted(events[0]);
        var after = before is null ? events[0].ToGroup() : before.Add(events[0]);
        for (var i = 1; i < events.Count; i++)
            after = after.Add(events[i]);
        var knowledge = GroupKnowledge.Of(after, known?.Releases ?? []);
        var write = known is null ? Create(name, after, knowledge, retention) : Update(name, known, after, knowledge, retention);
        return new GroupChange(write, knowledge);
    }

    private static Write Create(string name, ErrorGroup group, GroupKnowledge knowledge, TimeSpan retention) => new()
    {
        Update = new Document { Name = name, Fields = { GroupDocument.ToMap(group, knowledge.Releases, group.LastSeen + retention).Fields } },
        CurrentDocument = new Precondition { Exists = false },
    };

    private static Write Update(string name, GroupKnowledge before, ErrorGroup after, GroupKnowledge knowledge, TimeSpan retention)
    {
        var write = new Write
        {
            Update = new Document { Name = name },
            UpdateMask = new DocumentMask(),
            CurrentDocument = new Precondition { Exists = true },
        };
        var touched = knowledge.Releases.Where(release => release.Count > 0).ToList();
        Mask(write, touched, before.Releases.Where(old => knowledge.Releases.All(release => release.Name != old.Name)));
        new FieldWriter(write.Update.Fields)
            .Time(GroupDocument.LastSeen, after.LastSeen)
            .Text(GroupDocument.LastRelease, touched.Count > 0 ? touched[^1].Name : null)
            .Texts(GroupDocument.LastCorrelationIds, after.LastCorrelationIds)
            .Map(GroupDocument.Releases, Names(touched))
            .Time(GroupDocument.ExpireAt, after.LastSeen + retention);

        var transforms = write.UpdateTransforms;
        transforms.Add(Increment(GroupDocument.Count, after.Count));
        transforms.Add(new FieldTransform { FieldPath = GroupDocument.FirstSeenMs, Minimum = Milliseconds(after.FirstSeen) });
        transforms.Add(new FieldTransform { FieldPath = GroupDocument.LastSeenMs, Maximum = Milliseconds(after.LastSeen) });
        AppendMissing(write, GroupDocument.Mechanisms, after.Mechanisms.Except(before.Mechanisms, StringComparer.Ordinal));
        AppendMissing(write, GroupDocument.Environments, after.Environments.Except(before.Environments, StringComparer.Ordinal));
        foreach (var release in touched)
        {
            transforms.Add(Increment(PathOf(release, GroupDocument.Count), release.Count));
            transforms.Add(new FieldTransform { FieldPath = PathOf(release, GroupDocument.FirstSeenMs), Minimum = Milliseconds(release.FirstSeen) });
            transforms.Add(new FieldTransform { FieldPath = PathOf(release, "order"), Minimum = FieldWriter.OfNumber(release.Order) });
        }

        return write;
    }

    /// <summary>A masked field that the update does not hold is removed: that is how a release gives way.</summary>
    private static void Mask(Write write, List<KnownRelease> touched, IEnumerable<KnownRelease> gone)
    {
        var paths = write.UpdateMask.FieldPaths;
        paths.Add([GroupDocument.LastSeen, GroupDocument.LastCorrelationIds, GroupDocument.ExpireAt]);
        if (touched.Count > 0)
            paths.Add(GroupDocument.LastRelease);
        paths.Add(touched.Select(release => PathOf(release, "name")));
        paths.Add(gone.Select(release => FieldNames.Path(GroupDocument.Releases, FieldNames.ForKey(release.Name))));
    }

    private static MapValue? Names(List<KnownRelease> touched)
    {
        if (touched.Count == 0)
            return null;
        var map = new MapValue();
        foreach (var release in touched)
            map.Fields[FieldNames.ForKey(release.Name)] = new Value { MapValue = FieldWriter.MapOf(fields => fields.Text("name", release.Name)) };
        return map;
    }

    private static void AppendMissing(Write write, string field, IEnumerable<string> values)
    {
        var elements = new ArrayValue { Values = { values.Select(FieldWriter.OfText) } };
        if (elements.Values.Count > 0)
            write.UpdateTransforms.Add(new FieldTransform { FieldPath = field, AppendMissingElements = elements });
    }

    private static FieldTransform Increment(string path, long by) => new() { FieldPath = path, Increment = FieldWriter.OfNumber(by) };

    private static Value Milliseconds(DateTimeOffset time) => FieldWriter.OfNumber(time.ToUnixTimeMilliseconds());

    private static string PathOf(KnownRelease release, string field) => FieldNames.Path(GroupDocument.Releases, FieldNames.ForKey(release.Name), field);
}
