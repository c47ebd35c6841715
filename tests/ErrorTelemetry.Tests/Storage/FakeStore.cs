using System.Collections.Concurrent;

namespace ErrorTelemetry.Storage;

/// <summary>A store that records batches in memory, and waits or fails when a test says so.</summary>
internal sealed class FakeStore : IErrorStore
{
    private readonly ConcurrentDictionary<string, bool> _ids = new();

    public ConcurrentQueue<IReadOnlyList<ErrorEvent>> Batches { get; } = new();

    /// <summary>Runs before each batch.</summary>
    public Func<IReadOnlyList<ErrorEvent>, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>What a purge does.</summary>
    public Func<CancellationToken, Task<PurgeResult>> Purge { get; set; } = _ => Task.FromResult(new PurgeResult(0, 0));

    public IEnumerable<ErrorEvent> Events => Batches.SelectMany(batch => batch);

    public async Task<IReadOnlyList<RecordOutcome>> RecordAsync(IReadOnlyList<ErrorEvent> events, CancellationToken cancellationToken = default)
    {
        await Before(events);
        Batches.Enqueue(events);
        return [.. events.Select(one => _ids.TryAdd(one.EventId, true) ? RecordOutcome.Recorded : RecordOutcome.Duplicate)];
    }

    public Task<ErrorGroup?> FindGroupAsync(string fingerprint, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<ErrorEvent>> FindEventsAsync(string code, int limit = 50, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<ErrorEvent>> GetNewestEventsAsync(string fingerprint, int limit = 100, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<GroupPage> QueryGroupsAsync(GroupQuery query, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<TriageState?> TryChangeTriageAsync(string fingerprint, long expectedVersion, TriageState next, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<PurgeResult> PurgeAsync(CancellationToken cancellationToken = default) => Purge(cancellationToken);

    public Task<bool> DeleteGroupAsync(string fingerprint, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
