namespace ErrorTelemetry;

/// <summary>Cancels right after a claim was written.</summary>
internal sealed class CancelOnClaim(IErrorStore inner, CancellationTokenSource source) : IErrorStore
{
    public Task<IReadOnlyList<RecordOutcome>> RecordAsync(IReadOnlyList<ErrorEvent> events, CancellationToken cancellationToken = default) => inner.RecordAsync(events, cancellationToken);

    public Task<ErrorGroup?> FindGroupAsync(string fingerprint, CancellationToken cancellationToken = default) => inner.FindGroupAsync(fingerprint, cancellationToken);

    public Task<IReadOnlyList<ErrorEvent>> FindEventsAsync(string code, int limit = 50, CancellationToken cancellationToken = default) => inner.FindEventsAsync(code, limit, cancellationToken);

    public Task<IReadOnlyList<ErrorEvent>> GetNewestEventsAsync(string fingerprint, int limit = 100, CancellationToken cancellationToken = default) => inner.GetNewestEventsAsync(fingerprint, limit, cancellationToken);

    public Task<GroupPage> QueryGroupsAsync(GroupQuery query, CancellationToken cancellationToken = default) => inner.QueryGroupsAsync(query, cancellationToken);

    public async Task<TriageState?> TryChangeTriageAsync(string fingerprint, long expectedVersion, TriageState next, CancellationToken cancellationToken = default)
    {
        var written = await inner.TryChangeTriageAsync(fingerprint, expectedVersion, next, cancellationToken);
        if (next.Status == TriageStatus.Filing)
            await source.CancelAsync();
        return written;
    }

    public Task<PurgeResult> PurgeAsync(CancellationToken cancellationToken = default) => inner.PurgeAsync(cancellationToken);

    public Task<bool> DeleteGroupAsync(string fingerprint, CancellationToken cancellationToken = default) => inner.DeleteGroupAsync(fingerprint, cancellationToken);
}
