using System.Collections.Concurrent;
using System.Security.Cryptography;
using ErrorTelemetry.Protocol;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace ErrorTelemetry.Storage;

/// <summary>The transactions that have begun. A commit is aborted if a document that its transaction read has changed since.</summary>
internal sealed class TransactionTable(TimeProvider clock)
{
    /// <summary>Firestore's own bound on a transaction's life.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(270);

    private readonly ConcurrentDictionary<ByteString, Transaction> _open = new();

    public ByteString Begin()
    {
        var id = ByteString.CopyFrom(RandomNumberGenerator.GetBytes(16));
        _open[id] = new Transaction(clock.GetTimestamp());
        return id;
    }

    public void Remember(ByteString transaction, string name, Document? document) =>
        Find(transaction).Reads.TryAdd(name, document?.UpdateTime);

    public void Rollback(ByteString transaction) => _open.TryRemove(transaction, out _);

    /// <summary>Ends the transaction and refuses if what it read has changed.</summary>
    public void End(ByteString transaction, Func<string, Document?> stored)
    {
        var reads = Find(transaction).Reads;
        _open.TryRemove(transaction, out _);
        if (reads.Any(read => !Equals(stored(read.Key)?.UpdateTime, read.Value)))
            throw Refusal.Contention();
    }

    private Transaction Find(ByteString id) =>
        _open.TryGetValue(id, out var transaction) && clock.GetElapsedTime(transaction.Started) < Longest
            ? transaction
            : throw Refusal.InvalidArgument("The referenced transaction has expired or is no longer valid.");

    private sealed record Transaction(long Started)
    {
        public ConcurrentDictionary<string, Timestamp?> Reads { get; } = new(StringComparer.Ordinal);
    }
}
