namespace ErrorTelemetry.Storage;

/// <summary>An event in the writer's queue, with the caller who waits for the batch that holds it.</summary>
internal sealed class PendingEvent(ErrorEvent errorEvent)
{
    private readonly TaskCompletionSource<IngestOutcome> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ErrorEvent Event { get; } = errorEvent;

    public Task<IngestOutcome> Outcome => _completion.Task;

    /// <summary>Tells the caller, who is told once; <see langword="false"/> if that was before.</summary>
    public bool Complete(IngestStatus status, string? reason = null, TimeSpan? retryAfter = null) =>
        _completion.TrySetResult(new IngestOutcome(status, Event.Fingerprint, reason, retryAfter));
}
