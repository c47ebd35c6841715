namespace ErrorTelemetry.Ingest;

/// <summary>A store whose disk is full.</summary>
internal sealed class BrokenStore : IErrorStore
{
    private static readonly ErrorStoreException Failure = new("errors.db: the disk is full.", isTransient: false);

    public Task<IReadOnlyList<RecordOutcome>> RecordAsync(IReadOnlyList<ErrorEvent> events, CancellationToken cancellationToken = default) => throw Failure;

    public Task<ErrorGroup?> FindGroupAsync(string fingerprint, CancellationToken cancellationToken = default) => throw Failure;

    public Task<IReadOnlyList<ErrorEvent>> FindEventsAsync(string code, int limit = 50, CancellationToken cancellationToken = default) => throw Failure;

    public Task<IReadOnlyList<ErrorEvent>> GetNewestEventsAsync(string fingerprint, int limit = 100, CancellationToken cancellationToken = default) => throw Failure;

    public Task<GroupPage> QueryGroupsAsync(GroupQuery query, CancellationToken cancellationToken = default) => throw Failure;

    public Task<TriageState?> TryChangeTriageAsync(string fingerprint, long expectedVersion, TriageState next, CancellationToken cancellationToken = default) => throw Failure;

    public Task<PurgeResult> PurgeAsync(CancellationToken cancellationToken = default) => throw Failure;

    public Task<bool> DeleteGroupAsync(string fingerprint, CancellationToken cancellationToken = default) => throw Failure;
}
