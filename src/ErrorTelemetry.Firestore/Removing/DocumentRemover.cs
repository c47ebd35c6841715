using ErrorTelemetry.Client;
using ErrorTelemetry.Documents;
using ErrorTelemetry.Protocol;
using ErrorTelemetry.Querying;
using Grpc.Core;

namespace ErrorTelemetry.Removing;

/// <summary>Removes groups, events and receipts, a commit's worth at a time. A removal that was interrupted is finished by the next one.</summary>
internal sealed class DocumentRemover(FirestoreClient client, FirestoreStoreOptions options)
{
    private const int PageCount = 500;

    /// <summary>Removes all of the group's events and then the group, whatever it holds.</summary>
    /// <returns>Whether there was a group.</returns>
    public async Task<bool> RemoveGroupAsync(string fingerprint, CancellationToken cancellationToken)
    {
        var name = client.Paths.Group(fingerprint);
        await RemoveEventsAsync(fingerprint, before: null, cancellationToken).ConfigureAwait(false);
        var found = await client.GetAsync([name], [GroupDocument.Count], client.NewBudget(), cancellationToken).ConfigureAwait(false);
        if (found.Count > 0)
            await client.CommitAsync([new Write { Delete = name }], client.NewBudget(), cancellationToken).ConfigureAwait(false);
        return found.Count > 0;
    }

    /// <summary>Removes a group that was idle when it was read, unless an event has come for it since.</summary>
    /// <returns>Whether it went; where the answer was lost, a group that is gone counts as gone by this.</returns>
    public async Task<bool> RemoveIdleGroupAsync(Document group, CancellationToken cancellationToken)
    {
        var write = new Write { Delete = group.Name, CurrentDocument = new Precondition { UpdateTime = group.UpdateTime } };
        try
        {
            await client.CommitAsync([write], client.NewBudget(), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (RpcException exception) when (exception.StatusCode is StatusCode.NotFound or StatusCode.FailedPrecondition)
        {
            return exception.StatusCode == StatusCode.NotFound;
        }
    }

    /// <summary>Removes a group's events that happened before a time; all of them without one.</summary>
    public Task<long> RemoveEventsAsync(string fingerprint, DateTimeOffset? before, CancellationToken cancellationToken) =>
        RemoveAllAsync(Queries.EventNames(options.EventsCollection, fingerprint, before, PageCount), cancellationToken);

    public Task<long> RemoveReceiptsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        RemoveAllAsync(Queries.ExpiredReceipts(options.ReceiptsCollection, now, PageCount), cancellationToken);

    private async Task<long> RemoveAllAsync(StructuredQuery query, CancellationToken cancellationToken)
    {
        for (var removed = 0L; ;)
        {
            var documents = await client.QueryAsync(query, client.NewBudget(), cancellationToken).ConfigureAwait(false);
            if (documents.Count == 0)
                return removed;
            await client.CommitAsync(documents.Select(document => new Write { Delete = document.Name }), client.NewBudget(), cancellationToken).ConfigureAwait(false);
            removed += documents.Count;
            if (documents.Count < PageCount)
                return removed;
        }
    }
}
