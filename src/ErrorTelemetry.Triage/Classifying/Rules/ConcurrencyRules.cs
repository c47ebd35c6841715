using static ErrorTelemetry.Classifying.ErrorCategories;
using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>Two at once where only one may be.</summary>
internal static class ConcurrencyRules
{
    /// <summary>Unmistakable ones, asked before the database rules.</summary>
    public static IReadOnlyList<ClassificationRule> Specific { get; } =
    [
        new()
        {
            Id = "optimistic-concurrency", Category = Concurrency, Severity = Medium,
            Types = ["DbUpdateConcurrencyException", "DBConcurrencyException", "OptimisticConcurrencyException", "StaleObjectStateException", "StaleDataException", "ConcurrencyException", "ConcurrentUpdateException", "OptimisticLockException", "OptimisticLockingFailureException", "TransactionCanceledException", "OptimisticLockError", "*OptimisticLock*", "*StaleObject*", "*StaleState*", "*VersionConflict*"],
            Remediation = ["Somebody else changed or deleted the row between reading and saving at {culprit}: reload and merge, or tell the user.", "If nobody did, compare the row version and the keys that are sent."],
        },
        new()
        {
            Id = "optimistic-concurrency-message", Category = Concurrency, Severity = Medium,
            Messages = ["was expected to affect*but actually affected", "could not serialize access", "Record has changed since last read", "Snapshot isolation transaction aborted due to update conflict", "Write conflict during plan execution", "WriteConflict", "Row was updated or deleted by another transaction", "ConcurrencyFailure", "object has been modified; please apply your changes", "Version conflict", "version_conflict", "Concurrency violation", "UpdateCommand affected"],
            Remediation = ["Two transactions changed the same rows: run the whole unit of work at {culprit} again, a bounded number of times.", "Keep transactions short and touch rows in one order."],
        },
        new()
        {
            Id = "shared-context", Category = Concurrency, Severity = High,
            Messages = ["A second operation was started on this context", "A second operation started on this context", "There is already an open DataReader associated", "A command is already in progress", "This MySqlConnection is already in use", "The connection does not support MultipleActiveResultSets", "connection is already in state 'Executing'", "BeginExecuteReader*requires an open*connecting", "Connection is busy", "is not thread safe"],
            Remediation = ["{culprit} uses one DbContext or connection from two flows at once: await every call before the next, and use a context (IDbContextFactory) per operation.", "In Blazor a scoped context lives as long as the circuit; do not share it between components."],
        },
        new()
        {
            Id = "thread-affinity", Category = Concurrency, Severity = High,
            Messages = ["different thread owns it", "Cross-thread operation not valid", "marshalled for a different thread", "RPC_E_WRONG_THREAD", "can only be called from the main thread", "must be called from the main thread", "must be called on the main thread", "must be called from the UI thread", "must be called on the UI thread", "original thread that created a view hierarchy", "UIKitThreadAccessException", "not on the main thread"],
            Remediation = ["{culprit} touches the user interface from a thread that it does not belong to: hand the work to its dispatcher (InvokeAsync, Dispatcher, MainThread)."],
        },
        new()
        {
            Id = "collection-modified", Category = Concurrency, Severity = High,
            Messages = ["Collection was modified", "Operations that change non-concurrent collections", "collection's state is no longer correct", "Destination array was not long enough", "Collection was altered", "ConcurrentModificationException"],
            Remediation = ["A collection changes while {culprit} walks through it: copy it first, lock both sides, or use a concurrent collection."],
        },
        new()
        {
            Id = "synchronization", Category = Concurrency, Severity = High,
            Types = ["SynchronizationLockException", "SemaphoreFullException", "LockRecursionException", "AbandonedMutexException", "ThreadStateException", "BarrierPostPhaseException", "DistributedLockException", "ConcurrentModificationException", "NpgsqlOperationInProgressException"],
            Remediation = ["Entering and leaving the lock do not pair up at {culprit}; with await between, use SemaphoreSlim and release it in finally."],
        },
    ];

    /// <summary>Answers of services, asked late.</summary>
    public static IReadOnlyList<ClassificationRule> Loose { get; } =
    [
        new()
        {
            Id = "conflict-type", Category = Concurrency, Severity = Medium, Types = ["ConditionalCheckFailedException", "TransactionConflictException", "*ConflictException", "*ConflictError", "*ConcurrencyException", "PreconditionFailedException", "DistributedLockTimeoutException"],
            Remediation = ["Two writers met: read again and repeat the change at {culprit}, a bounded number of times.", "Send the version (ETag, row version) that was read, and tell the user when somebody else was first."],
        },
        new()
        {
            Id = "synchronization-message", Category = Concurrency, Severity = High, Messages = ["unsynchronized block of code", "exceed its maximum count", "lock acquisitions not allowed", "lock is being released without being held", "mutex was abandoned", "abandoned mutex"],
            Remediation = ["Entering and leaving the lock do not pair up at {culprit}; with await between, use SemaphoreSlim and release it in finally."],
        },
        new()
        {
            Id = "conflict-answer", Category = Concurrency, Severity = Medium,
            Messages =
            [
                "409 (Conflict)", "409 Conflict", "status code 409", "status code: 409", "412 (Precondition Failed)", "412 Precondition Failed", "status code 412", "StatusCode=\"Aborted\"", "ConditionNotMet", "UpdateConditionNotSatisfied", "ETag*match", "The conditional request failed", "race condition",
                "Precondition Failed", "concurrent modification", "concurrency conflict",
                "PreconditionFailed", "Conflict (409)", "StatusCode=Aborted", "LeaseAlreadyPresent", "LeaseIdMismatch", "already a lease present", "was modified by another", "modified since it was", "has been changed by another", "Too much contention", "ConditionalCheckFailed", "stale model instance", "stale version", "lost update", "Another operation is in progress", "operation is already in progress", "another request is in progress", "TransactionConflict",
            ],
            Remediation = ["Two writers met: read again and repeat the change at {culprit}, a bounded number of times."],
        },
    ];
}
