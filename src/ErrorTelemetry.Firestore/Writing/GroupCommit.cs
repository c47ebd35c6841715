using ErrorTelemetry.Client;
using ErrorTelemetry.Documents;
using ErrorTelemetry.Protocol;
using Grpc.Core;

namespace ErrorTelemetry.Writing;

/// <summary>
/// Carries the events of some groups to Firestore in one commit, and settles what becomes of each. A commit that fails a precondition, or whose answer was
/// lost, is compared with the documents that it would have created, and what is still open is committed again.
/// </summary>
internal sealed class GroupCommit(FirestoreClient client, KnownGroups known, WriteSettings settings, TimeProvider time)
{
    /// <summary>How long a receipt outlives its commit: far longer than any try.</summary>
    private static readonly TimeSpan ReceiptAge = TimeSpan.FromHours(1);

    /// <summary>Comparisons before a commit is given up; each needs somebody else to have changed the same documents in between.</summary>
    private const int MostRounds = 20;

    private static readonly string[] Mask = [EventDocument.Commit, .. GroupKnowledge.Mask];

    public async Task RunAsync(IReadOnlyList<LanePart> parts, CancellationToken cancellationToken)
    {
        var budget = client.NewBudget();
        await LookUpAsync(parts, budget, cancellationToken).ConfigureAwait(false);
        for (var round = 0; round < MostRounds; round++)
        {
            var plan = Plan(parts);
            if (plan.Writes.Count == 0)
                return;
            try
            {
                await client.CommitAsync(plan.Writes, budget, cancellationToken).ConfigureAwait(false);
                plan.Succeed(known);
                return;
            }
            catch (RpcException exception) when (exception.StatusCode is StatusCode.AlreadyExists or StatusCode.NotFound)
            {
                await CompareAsync(parts, budget, cancellationToken).ConfigureAwait(false);
            }
            catch (RpcException exception) when (exception.StatusCode == StatusCode.InvalidArgument && parts.Sum(part => part.Open.Count()) > 1)
            {
                await HalveAsync(parts, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (RpcException exception)
            {
                throw StoreFailure.From(exception, client.Paths);
            }
        }

        throw new ErrorStoreException("Firestore: other processes changed the same groups too often to record into them.", isTransient: true);
    }

    /// <summary>Learns of groups that are new to this process, and of events that would only be counted but that somebody has kept.</summary>
    private async Task LookUpAsync(IReadOnlyList<LanePart> parts, RetryBudget budget, CancellationToken cancellationToken)
    {
        var groups = parts.Where(part => !known.Knows(part.Fingerprint)).Select(part => part.Fingerprint).ToList();
        var counted = settings.LookUpCountedEvents ? parts.SelectMany(part => part.Open).Where(pending => !pending.Attempt.IsKept).ToList() : [];
        if (groups.Count + counted.Count > 0)
            Settle(counted, groups, await ReadAsync(counted, groups, budget, cancellationToken).ConfigureAwait(false));
    }

    private async Task CompareAsync(IReadOnlyList<LanePart> parts, RetryBudget budget, CancellationToken cancellationToken)
    {
        var open = parts.SelectMany(part => part.Open).ToList();
        var groups = parts.Select(part => part.Fingerprint).ToList();
        Settle(open, groups, await ReadAsync(open, groups, budget, cancellationToken).ConfigureAwait(false));
    }

    private Task<Dictionary<string, Document>> ReadAsync(List<PendingEvent> events, List<string> groups, RetryBudget budget, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pending in events)
        {
            names.Add(client.Paths.Event(pending.Event.EventId));
            if (!pending.Attempt.IsKept)
                names.Add(client.Paths.Receipt(pending.Attempt.Id));
        }

        names.UnionWith(groups.Select(client.Paths.Group));
        return client.GetAsync(names, Mask, budget, cancellationToken);
    }

    private void Settle(List<PendingEvent> events, List<string> groups, Dictionary<string, Document> found)
    {
        foreach (var pending in events)
        {
            if (found.TryGetValue(client.Paths.Event(pending.Event.EventId), out var document))
                pending.Outcome = new FieldReader(document.Fields).Text(EventDocument.Commit) == pending.Attempt.Id ? RecordOutcome.Recorded : RecordOutcome.Duplicate;
            else if (!pending.Attempt.IsKept && found.ContainsKey(client.Paths.Receipt(pending.Attempt.Id)))
                pending.Outcome = RecordOutcome.Recorded;
        }

        foreach (var fingerprint in groups)
        {
            known.Set(fingerprint, found.TryGetValue(client.Paths.Group(fingerprint), out var document) ? GroupKnowledge.Read(new FieldReader(document.Fields)) : null);
        }
    }

    private CommitPlan Plan(IReadOnlyList<LanePart> parts)
    {
        var plan = new CommitPlan();
        foreach (var part in parts)
        {
            var open = part.Open.ToList();
            if (open.Count == 0)
                continue;
            foreach (var pending in open.Where(pending => pending.Attempt.IsKept))
                plan.Writes.Add(CreateEvent(pending));
            plan.Add(part.Fingerprint, open, GroupChange.Of(client.Paths.Group(part.Fingerprint), known.Find(part.Fingerprint), [.. open.Select(pending => pending.Event)], settings.GroupRetention));
        }

        foreach (var receipt in plan.Events.Where(pending => !pending.Attempt.IsKept).Select(pending => pending.Attempt.Id).Distinct(StringComparer.Ordinal))
            plan.Writes.Add(CreateReceipt(receipt));
        return plan;
    }

    private Write CreateEvent(PendingEvent pending)
    {
        var map = EventDocument.ToMap(pending.Event);
        new FieldWriter(map.Fields).Text(EventDocument.Commit, pending.Attempt.Id).Time(EventDocument.ExpireAt, pending.Event.Timestamp + settings.EventRetention);
        return Create(client.Paths.Event(pending.Event.EventId), map);
    }

    private Write CreateReceipt(string id) =>
        Create(client.Paths.Receipt(id), FieldWriter.MapOf(fields => fields.Time(EventDocument.ExpireAt, time.GetUtcNow() + ReceiptAge)));

    private static Write Create(string name, MapValue map) => new()
    {
        Update = new Document { Name = name, Fields = { map.Fields } },
        CurrentDocument = new Precondition { Exists = false },
    };

    /// <summary>One document that Firestore will never take must not hold up the others: the halves are committed on their own, down to the one at fault.</summary>
    private async Task HalveAsync(IReadOnlyList<LanePart> parts, CancellationToken cancellationToken)
    {
        var open = parts.SelectMany(part => part.Open.Select(pending => (part.Fingerprint, Pending: pending))).ToList();
        ErrorStoreException? failure = null;
        foreach (var half in open.Chunk((open.Count + 1) / 2))
        {
            var halfParts = half.GroupBy(entry => entry.Fingerprint, entry => entry.Pending, StringComparer.Ordinal).Select(group => new LanePart(group.Key, [.. group])).ToList();
            try
            {
                await RunAsync(halfParts, cancellationToken).ConfigureAwait(false);
            }
            catch (ErrorStoreException exception)
            {
                failure = exception;
            }
        }

        if (failure is not null)
            throw failure;
    }
}
