using ErrorTelemetry.Protocol;
using ErrorTelemetry.Queries;
using Google.Protobuf.WellKnownTypes;

namespace ErrorTelemetry.Storage;

/// <summary>All documents of all databases. One lock: a commit happens at once and whole, or not at all.</summary>
internal sealed class DocumentStore(IndexCatalog indexes, TimeProvider clock, CommitJournal? journal)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Dictionary<string, Document>> _collections = new(StringComparer.Ordinal);
    private DateTime _lastCommit = DateTime.MinValue;

    public IndexCatalog Indexes => indexes;

    /// <summary>What the journal of a server before this one holds is done again.</summary>
    public void Replay()
    {
        foreach (var (request, time) in journal?.ReadAll() ?? [])
            Install(Apply(request, time).Documents, time.ToDateTime());
    }

    public Document? Find(string name)
    {
        lock (_gate)
            return Stored(name);
    }

    public IReadOnlyList<Document> List(string parent, string collection)
    {
        lock (_gate)
            return _collections.TryGetValue($"{parent}/{collection}", out var documents) ? [.. documents.Values] : [];
    }

    /// <summary>Commits. <paramref name="guard"/> runs under the lock, before anything else, and refuses by throwing.</summary>
    public CommitResponse Commit(CommitRequest request, Action<Func<string, Document?>> guard)
    {
        Limits.Check(request);
        lock (_gate)
        {
            guard(Stored);
            var time = NextCommitTime();
            var (documents, response) = Apply(request, time);
            journal?.Append(request, time);
            Install(documents, time.ToDateTime());
            return response;
        }
    }

    private (Dictionary<string, Document?> Documents, CommitResponse Response) Apply(CommitRequest request, Timestamp time)
    {
        var changed = new Dictionary<string, Document?>(StringComparer.Ordinal);
        var response = new CommitResponse { CommitTime = time };
        foreach (var write in request.Writes)
        {
            var name = write.Update?.Name ?? write.Delete;
            Names.Check(name, request.Database);
            var current = changed.TryGetValue(name, out var earlier) ? earlier : Stored(name);
            Preconditions.Check(write.CurrentDocument, current, name);
            var result = new WriteResult { UpdateTime = time };
            changed[name] = write.OperationCase == Write.OperationOneofCase.Delete ? null : WriteApplier.Apply(write, current, time, result);
            if (changed[name] is { } document)
                Limits.Check(document, indexes);
            response.WriteResults.Add(result);
        }

        return (changed, response);
    }

    private void Install(Dictionary<string, Document?> documents, DateTime time)
    {
        foreach (var (name, document) in documents)
        {
            var parent = Names.ParentOf(name);
            if (!_collections.TryGetValue(parent, out var collection))
                _collections[parent] = collection = new Dictionary<string, Document>(StringComparer.Ordinal);
            if (document is null)
                collection.Remove(name);
            else
                collection[name] = document;
        }

        _lastCommit = time;
    }

    private Document? Stored(string name) =>
        _collections.TryGetValue(Names.ParentOf(name), out var documents) ? documents.GetValueOrDefault(name) : null;

    /// <summary>Commit times are whole microseconds and never repeat.</summary>
    private Timestamp NextCommitTime()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        return Timestamp.FromDateTime(now > _lastCommit ? now : DateTime.SpecifyKind(_lastCommit.AddTicks(TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc));
    }
}
