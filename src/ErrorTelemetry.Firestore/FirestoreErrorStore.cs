using ErrorTelemetry.Client;
using ErrorTelemetry.Querying;
using ErrorTelemetry.Removing;
using ErrorTelemetry.Triage;
using ErrorTelemetry.Writing;

namespace ErrorTelemetry;

/// <summary>The store over Firestore. What each member does lies in the folder of its concern.</summary>
internal sealed class FirestoreErrorStore : IErrorStore, IAsyncDisposable, IDisposable
{
    /// <summary>A caller who gives up on a commit that is on its way is told its end, if it is near.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly FirestoreClient _client;
    private readonly RecordQueue _queue;
    private readonly GroupReader _groups;
    private readonly EventReader _events;
    private readonly TriageChange _triage;
    private readonly DocumentRemover _remover;
    private readonly RetentionPurge _purge;
    private readonly TimeProvider _time;
    private int _disposed;

    public FirestoreErrorStore(FirestoreStoreOptions options, ErrorStorageOptions storage, TimeProvider time, Func<string, string?> environment)
    {
        _time = time;
        _client = new FirestoreClient(new FirestoreConnection(options, environment), new DatabasePaths(options), options, time);
        _queue = new RecordQueue(_client, WriteSettings.From(options, storage), time);
        _groups = new GroupReader(_client, options.GroupsCollection, time);
        _events = new EventReader(_client, options.EventsCollection);
        _triage = new TriageChange(_client, time);
        _remover = new DocumentRemover(_client, options);
        _purge = new RetentionPurge(_client, _remover, options, storage, time);
    }

    /// <summary>A batch may wait a second for a group that has just been written; the next ones must not wait behind it.</summary>
    public int ConcurrentBatches => 256;

    public async Task<IReadOnlyList<RecordOutcome>> RecordAsync(IReadOnlyList<ErrorEvent> events, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        cancellationToken.ThrowIfCancellationRequested();
        if (events.Count == 0)
            return [];
        var added = _queue.Add(events);
        var pending = added.Select(entry => entry.Pending).OfType<PendingEvent>().ToList();
        var all = Task.WhenAll(pending.Select(entry => entry.Done));
        await WaitAsync(all, pending, cancellationToken).ConfigureAwait(false);
        if ((await all.ConfigureAwait(false)).FirstOrDefault(failure => failure is not null) is { } failure)
            throw failure is ErrorStoreException known ? new ErrorStoreException(known.Message, known.IsTransient, known) : failure;
        return [.. added.Select(entry => entry is { Pending: { } own, IsFirst: true } ? own.Outcome!.Value : RecordOutcome.Duplicate)];
    }

    public Task<ErrorGroup?> FindGroupAsync(string fingerprint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        return _groups.FindAsync(fingerprint, cancellationToken);
    }

    public Task<IReadOnlyList<ErrorEvent>> FindEventsAsync(string code, int limit = 50, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _events.FindAsync(code, limit, cancellationToken);
    }

    public Task<IReadOnlyList<ErrorEvent>> GetNewestEventsAsync(string fingerprint, int limit = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        return _events.NewestAsync(fingerprint, limit, cancellationToken);
    }

    public Task<GroupPage> QueryGroupsAsync(GroupQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _groups.QueryAsync(query, cancellationToken);
    }

    public Task<TriageState?> TryChangeTriageAsync(string fingerprint, long expectedVersion, TriageState next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        ArgumentNullException.ThrowIfNull(next);
        return _triage.TryAsync(fingerprint, expectedVersion, next, cancellationToken);
    }

    public Task<PurgeResult> PurgeAsync(CancellationToken cancellationToken = default) => _purge.RunAsync(_queue.Forget, cancellationToken);

    public async Task<bool> DeleteGroupAsync(string fingerprint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        if (!DatabasePaths.IsId(fingerprint))
            return false;
        var existed = await _remover.RemoveGroupAsync(fingerprint, cancellationToken).ConfigureAwait(false);
        _queue.Forget(fingerprint);
        return existed;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        await _queue.DisposeAsync().ConfigureAwait(false);
        _client.Dispose();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task WaitAsync(Task all, List<PendingEvent> pending, CancellationToken cancellationToken)
    {
        try
        {
            await all.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _queue.Withdraw(pending);
            try
            {
                await all.WaitAsync(Grace, _time, CancellationToken.None).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                // It goes on without this caller.
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
