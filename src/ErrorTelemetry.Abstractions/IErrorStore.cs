namespace ErrorTelemetry;

/// <summary>Keeps events and groups. Every member is safe to call from many threads at once.</summary>
/// <remarks>
/// A failure is an <see cref="ErrorStoreException"/> that says what to do; its <see cref="ErrorStoreException.IsTransient"/> tells whether
/// trying again can help. How many events of a group are kept, and for how long, is in <see cref="ErrorStorageOptions"/>.
/// </remarks>
public interface IErrorStore
{
    /// <summary>How many batches may be on their way at once. Default: 1, which is best for a file; stores across a network take more.</summary>
    int ConcurrentBatches => 1;

    /// <summary>Records a batch durably. An event and its effect on its group commit together or not at all; an event id that is known changes nothing.</summary>
    /// <param name="events">The events; ids and fingerprints may repeat within the batch.</param>
    /// <param name="cancellationToken">Gives up waiting; what was committed stays.</param>
    /// <returns>One outcome per event, in order.</returns>
    Task<IReadOnlyList<RecordOutcome>> RecordAsync(IReadOnlyList<ErrorEvent> events, CancellationToken cancellationToken = default);

    /// <summary>The group with this fingerprint, or <see langword="null"/>.</summary>
    Task<ErrorGroup?> FindGroupAsync(string fingerprint, CancellationToken cancellationToken = default);

    /// <summary>The kept events whose event id, correlation id or page id is exactly this code, newest first.</summary>
    /// <param name="code">An event id, a correlation id (the reference code that a user was shown) or a page id.</param>
    /// <param name="limit">Most events, 1 to <see cref="ErrorLimits.QueryPageCount"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<ErrorEvent>> FindEventsAsync(string code, int limit = 50, CancellationToken cancellationToken = default);

    /// <summary>A group's newest kept events, newest first, ties by event id.</summary>
    /// <param name="fingerprint">The group.</param>
    /// <param name="limit">Most events, 1 to <see cref="ErrorLimits.QueryPageCount"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<ErrorEvent>> GetNewestEventsAsync(string fingerprint, int limit = 100, CancellationToken cancellationToken = default);

    /// <summary>One page of the groups that match.</summary>
    /// <exception cref="ArgumentException">The limit is out of bounds, or the continuation token is not one of this store's for this query.</exception>
    Task<GroupPage> QueryGroupsAsync(GroupQuery query, CancellationToken cancellationToken = default);

    /// <summary>Replaces a group's triage state if its version is still the one that the caller saw.</summary>
    /// <param name="fingerprint">The group.</param>
    /// <param name="expectedVersion">The <see cref="TriageState.Version"/> that the caller's decision rests on.</param>
    /// <param name="next">The new state; its version and <see cref="TriageState.ChangedAt"/> are set by the store.</param>
    /// <param name="cancellationToken">Gives up; the change may have happened.</param>
    /// <returns>The state as written, or <see langword="null"/> if somebody else was first or the group is gone.</returns>
    Task<TriageState?> TryChangeTriageAsync(string fingerprint, long expectedVersion, TriageState next, CancellationToken cancellationToken = default);

    /// <summary>Removes events and groups that are past <see cref="ErrorStorageOptions.EventRetentionDays"/> and <see cref="ErrorStorageOptions.GroupRetentionDays"/>.</summary>
    Task<PurgeResult> PurgeAsync(CancellationToken cancellationToken = default);

    /// <summary>Removes a group with all its events.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> DeleteGroupAsync(string fingerprint, CancellationToken cancellationToken = default);
}
