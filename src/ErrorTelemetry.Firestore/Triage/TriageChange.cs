using System.Security.Cryptography;
using ErrorTelemetry.Client;
using ErrorTelemetry.Documents;
using ErrorTelemetry.Protocol;
using Google.Protobuf;
using Grpc.Core;

namespace ErrorTelemetry.Triage;

/// <summary>Compare-and-set of a group's triage state in a transaction: the group itself is written all the time, so that its update time compares nothing.</summary>
internal sealed class TriageChange(FirestoreClient client, TimeProvider time)
{
    public async Task<TriageState?> TryAsync(string fingerprint, long expectedVersion, TriageState next, CancellationToken cancellationToken)
    {
        if (!DatabasePaths.IsId(fingerprint))
            return null;
        var name = client.Paths.Group(fingerprint);
        var changeId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));
        var state = next with { Version = expectedVersion + 1, ChangedAt = Whole(time.GetUtcNow()) };
        var budget = client.NewBudget();
        ByteString? transaction = null;
        while (true)
        {
            transaction = await client.BeginTransactionAsync(transaction, budget, cancellationToken).ConfigureAwait(false);
            try
            {
                var found = await client.GetAsync([name], [TriageDocument.Field], budget, cancellationToken, transaction).ConfigureAwait(false);
                var triage = found.TryGetValue(name, out var document) ? new FieldReader(document.Fields).Map(TriageDocument.Field) : null;
                if (document is null || TriageDocument.Read(triage).Version != expectedVersion)
                {
                    await client.RollbackAsync(transaction, budget, cancellationToken).ConfigureAwait(false);

                    // A commit whose answer was lost left its mark.
                    return TriageDocument.ReadChangeId(triage) == changeId ? state : null;
                }

                await client.CommitAsync([Set(name, TriageDocument.ToMap(state, changeId))], budget, cancellationToken, transaction).ConfigureAwait(false);
                return state;
            }
            catch (RpcException exception) when (exception.StatusCode is StatusCode.Aborted or StatusCode.InvalidArgument or StatusCode.NotFound)
            {
                // Contention, a transaction that is over because its commit happened and the answer was lost, or a group that has just gone: look again.
                if (!await budget.WaitAsync(cancellationToken).ConfigureAwait(false))
                    throw StoreFailure.From(exception, client.Paths);
            }
        }
    }

    private static Write Set(string name, MapValue triage) => new()
    {
        Update = new Document { Name = name, Fields = { [TriageDocument.Field] = new Value { MapValue = triage } } },
        UpdateMask = new DocumentMask { FieldPaths = { TriageDocument.Field } },
        CurrentDocument = new Precondition { Exists = true },
    };

    private static DateTimeOffset Whole(DateTimeOffset value) => value.AddTicks(-(value.Ticks % TimeSpan.TicksPerMicrosecond));
}
