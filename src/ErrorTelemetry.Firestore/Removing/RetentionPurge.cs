using ErrorTelemetry.Client;
using ErrorTelemetry.Documents;
using ErrorTelemetry.Protocol;
using ErrorTelemetry.Querying;

namespace ErrorTelemetry.Removing;

/// <summary>
/// Removes what is past its retention. There is no index over all events by time, since it would be a hot spot; old events are found group by group.
/// </summary>
internal sealed class RetentionPurge(FirestoreClient client, DocumentRemover remover, FirestoreStoreOptions options, ErrorStorageOptions storage, TimeProvider time)
{
    private const int PageCount = 300;

    public async Task<PurgeResult> RunAsync(Action<string> forget, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (events, groups) = (0L, 0L);
        var idleBefore = now - TimeSpan.FromDays(storage.GroupRetentionDays);
        await foreach (var document in GroupsAsync(after => Queries.IdleGroups(options.GroupsCollection, idleBefore, after, PageCount), cancellationToken).ConfigureAwait(false))
        {
            var fingerprint = DatabasePaths.IdOf(document.Name);
            events += await remover.RemoveEventsAsync(fingerprint, idleBefore, cancellationToken).ConfigureAwait(false);
            if (await remover.RemoveIdleGroupAsync(document, cancellationToken).ConfigureAwait(false))
                groups++;
            forget(fingerprint);
        }

        if (!options.TimeToLivePolicies)
        {
            events += await RemoveOldEventsAsync(now - TimeSpan.FromDays(storage.EventRetentionDays), cancellationToken).ConfigureAwait(false);
            await remover.RemoveReceiptsAsync(now, cancellationToken).ConfigureAwait(false);
        }

        return new PurgeResult(events, groups);
    }

    private async Task<long> RemoveOldEventsAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var removed = 0L;
        await foreach (var document in GroupsAsync(after => Queries.Groups(options.GroupsCollection, new GroupQuery(), after, PageCount), cancellationToken).ConfigureAwait(false))
        {
            // A group that is younger than the retention has no event that is older.
            if (new FieldReader(document.Fields).Number(GroupDocument.FirstSeenMs) <= before.ToUnixTimeMilliseconds())
                removed += await remover.RemoveEventsAsync(DatabasePaths.IdOf(document.Name), before, cancellationToken).ConfigureAwait(false);
        }

        return removed;
    }

    private async IAsyncEnumerable<Document> GroupsAsync(
        Func<Cursor?, StructuredQuery> page, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Cursor? after = null;
        while (true)
        {
            var query = page(after);
            query.Select = new Projection
            {
                Fields = { new FieldReference { FieldPath = GroupDocument.FirstSeenMs }, new FieldReference { FieldPath = GroupDocument.LastSeenMs } },
            };
            var documents = await client.QueryAsync(query, client.NewBudget(), cancellationToken).ConfigureAwait(false);
            foreach (var document in documents)
                yield return document;
            if (documents.Count < PageCount)
                yield break;
            after = Queries.After(new FieldReader(documents[^1].Fields).Number(GroupDocument.LastSeenMs) ?? 0, documents[^1].Name);
        }
    }
}
