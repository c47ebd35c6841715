using ErrorTelemetry.Client;
using ErrorTelemetry.Documents;

namespace ErrorTelemetry.Querying;

/// <summary>Finds groups, page by page.</summary>
internal sealed class GroupReader(FirestoreClient client, string collection, TimeProvider time)
{
    public async Task<ErrorGroup?> FindAsync(string fingerprint, CancellationToken cancellationToken)
    {
        if (!DatabasePaths.IsId(fingerprint))
            return null;
        var name = client.Paths.Group(fingerprint);
        var found = await client.GetAsync([name], mask: null, client.NewBudget(), cancellationToken).ConfigureAwait(false);
        return found.TryGetValue(name, out var document) ? GroupDocument.Read(fingerprint, new FieldReader(document.Fields)) : null;
    }

    public async Task<GroupPage> QueryAsync(GroupQuery query, CancellationToken cancellationToken)
    {
        var position = GroupCursor.After(query);
        if (position is { } told && !DatabasePaths.IsId(told.Fingerprint))
            throw new ArgumentException("The continuation token is not one for this query: begin again without it.", nameof(query));
        var now = time.GetUtcNow();
        var groups = new List<ErrorGroup>();
        var budget = client.NewBudget();

        // One more than the page holds, to know whether it is the last.
        var wanted = query.Limit + 1;
        while (groups.Count < wanted)
        {
            var after = position is { } at ? Queries.After(at.Key, client.Paths.Group(at.Fingerprint)) : null;
            var documents = await client.QueryAsync(Queries.Groups(collection, query, after, wanted), budget, cancellationToken).ConfigureAwait(false);
            foreach (var document in documents)
            {
                var fields = new FieldReader(document.Fields);
                var id = DatabasePaths.IdOf(document.Name);
                position = new GroupCursor(fields.Number(Queries.OrderField(query.Order)) ?? 0, id);
                if (GroupDocument.Read(id, fields) is { } group && Matches(group, query, now))
                    groups.Add(group);
            }

            if (documents.Count < wanted)
                break;
        }

        return groups.Count <= query.Limit
            ? new GroupPage(groups, null)
            : new GroupPage(groups[..query.Limit], GroupCursor.Token(query, groups[query.Limit - 1]));
    }

    private static bool Matches(ErrorGroup group, GroupQuery query, DateTimeOffset now) =>
        (query.Status is null || group.Triage.StatusAt(now) == query.Status)
        && group.Count >= query.MinCount
        && (query.LastSeenSince is not { } since || group.LastSeen.ToUnixTimeMilliseconds() >= since.ToUnixTimeMilliseconds());
}
