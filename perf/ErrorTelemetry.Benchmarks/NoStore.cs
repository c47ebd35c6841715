namespace ErrorTelemetry;

/// <summary>A store that takes everything and keeps nothing.</summary>
internal sealed class NoStore : IErrorStore
{
    public Task<IReadOnlyList<RecordOutcome>> RecordAsync(IReadOnlyList<ErrorEvent> events, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<RecordOutcome>>(new RecordOutcome[events.Count]);

    public Task<ErrorGroup?> FindGroupAsync(string fingerprint, CancellationToken cancellationToken = default) => Task.FromResult<ErrorGroup?>(null);

    public Task<IReadOnlyList<ErrorEvent>> FindEventsAsync(string code, int limit = 50, CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<ErrorEvent>>([]);

    public Task<IReadOnlyList<ErrorEvent>> GetNewestEventsAsync(string fingerprint, int limit = 100, CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<ErrorEvent>>([]);

    public Task<GroupPage> QueryGroupsAsync(GroupQuery query, CancellationToken cancellationToken = default) => Task.FromResult(new GroupPage([], null));

    public Task<TriageState?> TryChangeTriageAsync(string fingerprint, long expectedVersion, TriageState next, CancellationToken cancellationToken = default) => Task.FromResult<TriageState?>(null);

    public Task<PurgeResult> PurgeAsync(CancellationToken cancellationToken = default) => Task.FromResult(new PurgeResult(0, 0));

    public Task<bool> DeleteGroupAsync(string fingerprint, CancellationToken cancellationToken = default) => Task.FromResult(false);
}
