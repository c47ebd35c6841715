using ErrorTelemetry.Client;
using ErrorTelemetry.Documents;
using ErrorTelemetry.Protocol;

namespace ErrorTelemetry.Querying;

/// <summary>Finds events by their codes and by their group.</summary>
internal sealed class EventReader(FirestoreClient client, string collection)
{
    public async Task<IReadOnlyList<ErrorEvent>> FindAsync(string code, int limit, CancellationToken cancellationToken)
    {
        CheckLimit(limit);
        if (code.Length == 0)
            return [];
        var lookUps = await Task.WhenAll(
            FindByIdAsync(code, cancellationToken),
            QueryAsync(EventDocument.CorrelationId, code, limit, cancellationToken),
            QueryAsync(EventDocument.PageId, code, limit, cancellationToken)).ConfigureAwait(false);
        return [.. lookUps.SelectMany(events => events)
            .DistinctBy(e => e.EventId)
            .OrderByDescending(e => e.Timestamp).ThenBy(e => e.EventId, StringComparer.Ordinal)
            .Take(limit)];
    }

    public async Task<IReadOnlyList<ErrorEvent>> NewestAsync(string fingerprint, int limit, CancellationToken cancellationToken)
    {
        CheckLimit(limit);
        return await QueryAsync(EventDocument.Fingerprint, fingerprint, limit, cancellationToken).ConfigureAwait(false);
    }

    private static void CheckLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, ErrorLimits.QueryPageCount);
    }

    private async Task<IReadOnlyList<ErrorEvent>> FindByIdAsync(string eventId, CancellationToken cancellationToken)
    {
        if (!DatabasePaths.IsId(eventId))
            return [];
        return Read((await client.GetAsync([client.Paths.Event(eventId)], mask: null, client.NewBudget(), cancellationToken).ConfigureAwait(false)).Values);
    }

    private async Task<IReadOnlyList<ErrorEvent>> QueryAsync(string field, string value, int limit, CancellationToken cancellationToken) =>
        Read(await client.QueryAsync(Queries.Events(collection, field, value, limit), client.NewBudget(), cancellationToken).ConfigureAwait(false));

    private static IReadOnlyList<ErrorEvent> Read(IEnumerable<Document> documents) =>
        [.. documents.Select(document => EventDocument.Read(DatabasePaths.IdOf(document.Name), new FieldReader(document.Fields))).OfType<ErrorEvent>()];
}
