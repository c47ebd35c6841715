// Placeholder so that others can build: whoever lands the real folder deletes this file.
#pragma warning disable
namespace ErrorTelemetry.Storage { internal sealed class InMemoryErrorStore(ErrorStorageOptions o, TimeProvider t):IErrorStore { 
 public Task<IReadOnlyList<RecordOutcome>> RecordAsync(IReadOnlyList<ErrorEvent> events, CancellationToken cancellationToken = default)=>throw new NotSupportedException(o.ToString()+t);
 public Task<ErrorGroup?> FindGroupAsync(string fingerprint, CancellationToken cancellationToken = default)=>throw new NotSupportedException();
 public Task<IReadOnlyList<ErrorEvent>> FindEventsAsync(string code, int limit = 50, CancellationToken cancellationToken = default)=>throw new NotSupportedException();
 public Task<IReadOnlyList<ErrorEvent>> GetNewestEventsAsync(string fingerprint, int limit = 100, CancellationToken cancellationToken = default)=>throw new NotSupportedException();
 public Task<GroupPage> QueryGroupsAsync(GroupQuery query, CancellationToken cancellationToken = default)=>throw new NotSupportedException();
 public Task<TriageState?> TryChangeTriageAsync(string fingerprint, long expectedVersion, TriageState next, CancellationToken cancellationToken = default)=>throw new NotSupportedException();
 public Task<PurgeResult> PurgeAsync(CancellationToken cancellationToken = default)=>throw new NotSupportedException();
 public Task<bool> DeleteGroupAsync(string fingerprint, CancellationToken cancellationToken = default)=>throw new NotSupportedException();
}}
