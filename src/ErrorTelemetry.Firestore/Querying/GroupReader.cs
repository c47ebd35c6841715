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
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, ErrorLimits.QueryPageCount, nameof(query));
        GroupCursor? position = query.ContinuationToken is { } token ? GroupCursor.Parse(token, query) : null;
        var now = time.GetUtcNow();
        var groups = new List<(ErrorGroup Group, GroupCursor Cursor)>();
        var budget = client.NewBudget();

        // One more than the page holds, to know whether it is the last.
        while (groups.Count <= query.Limit)
        {
            var wanted = query.Limit + 1;
            var after = position is { } at ? Queries.After(at.Value, client.Paths.Group(at.Fingerprint)) : null;
            var documents = await client.QueryAsync(Queries.Groups(collection, query, after, wanted), budget, cancellationToken).ConfigureAwait(false);
            foreach (var document in documents)
            {
                var fields = new FieldReader(document.Fields);
                var cursor = new GroupCursor(fields.Number(Queries.OrderField(query.Order)) ?? 0, DatabasePaths.IdOf(document.Name));
                position = cursor;
                if (GroupDocument.Read(cursor.Fingerprint, fields) is { } group && Matches(group, query, now))
                    groups.Add((group, cursor));
            }

            if (documents.Count < wanted)
                break;
        }

        var isLast = groups.Count <= query.Limit;
        return new GroupPage([.. groups.Take(query.Limit).Select(entry => entry.Group)], isLast ? null : groups[query.Limit - 1].Cursor.ToToken(query));
    }

    private static bool Matches(ErrorGroup group, GroupQuery query, DateTimeOffset now) =>
        (query.Status is null || group.Triage.StatusAt(now) == query.Status)
        && group.Count >= query.MinCount
        && (query.LastSeenSince is not { } since || group.LastSeen.ToUnixTimeMilliseconds() >= since.ToUnixTimeMilliseconds());
}
