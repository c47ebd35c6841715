namespace ErrorTelemetry.Writing;

/// <summary>An event between its caller and its commit.</summary>
internal sealed class PendingEvent(ErrorEvent errorEvent)
{
    private readonly TaskCompletionSource<Exception?> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ErrorEvent Event { get; } = errorEvent;

    /// <summary>Completes with what failed, or with <see langword="null"/>; never faults, so that nobody has to look.</summary>
    public Task<Exception?> Done => _done.Task;

    /// <summary>Whether a commit has it; before that its callers may take it back.</summary>
    public bool IsTaken { get; set; }

    public bool IsWithdrawn { get; set; }

    /// <summary>How many callers wait for it.</summary>
    public int Callers { get; set; } = 1;

    /// <summary>How it is recorded; set when a commit takes it.</summary>
    public Attempt Attempt { get; set; } = null!;

    /// <summary>What became of it; <see langword="null"/> while that is open.</summary>
    public RecordOutcome? Outcome { get; set; }

    public void Complete(Exception? failure = null) => _done.TrySetResult(failure);
}
