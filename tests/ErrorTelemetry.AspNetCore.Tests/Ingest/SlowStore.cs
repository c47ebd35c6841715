using Microsoft.Extensions.Time.Testing;

namespace ErrorTelemetry.Ingest;

/// <summary>A store that says when a commit has begun, and ends none until it is released.</summary>
internal sealed class SlowStore : IErrorStore
{
    private readonly IErrorStore _inner = Some.Store(new FakeTimeProvider(Some.Now));
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Entered => _entered.Task;

    public void Release() => _released.SetResult();

    public async Task<IReadOnlyList<RecordOutcome>> RecordAsync(IReadOnlyList<ErrorEvent> events, CancellationToken cancellationToken = default)
    {
        _entered.TrySetResult();
        await _released.Task;
        return await _inner.RecordAsync(events, cancellationToken);
    }

    public Task<ErrorGroup?> FindGroupAsync(string fingerprint, CancellationToken cancellationToken = default) => _inner.FindGroupAsync(fingerprint, cancellationToken);

    public Task<IReadOnlyList<ErrorEvent>> FindEventsAsync(string code, int limit = 50, CancellationToken cancellationToken = default) => _inner.FindEventsAsync(code, limit, cancellationToken);

    public Task<IReadOnlyList<ErrorEvent>> GetNewestEventsAsync(string fingerprint, int limit = 100, CancellationToken cancellationToken = default) => _inner.GetNewestEventsAsync(fingerprint, limit, cancellationToken);

    public Task<GroupPage> QueryGroupsAsync(GroupQuery query, CancellationToken cancellationToken = default) => _inner.QueryGroupsAsync(query, cancellationToken);

    public Task<TriageState?> TryChangeTriageAsync(string fingerprint, long expectedVersion, TriageState next, CancellationToken cancellationToken = default) => _inner.TryChangeTriageAsync(fingerprint, expectedVersion, next, cancellationToken);

    public Task<PurgeResult> PurgeAsync(CancellationToken cancellationToken = default) => _inner.PurgeAsync(cancellationToken);

    public Task<bool> DeleteGroupAsync(string fingerprint, CancellationToken cancellationToken = default) => _inner.DeleteGroupAsync(fingerprint, cancellationToken);
}
