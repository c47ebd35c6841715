namespace ErrorTelemetry.Capture;

/// <summary>What is handed over where an error is caught. The text work waits for the worker; everything that changes with time is taken here.</summary>
internal sealed class CapturedError
{
    /// <summary>The exception, or <see langword="null"/> for a 5xx without one.</summary>
    public Exception? Exception { get; init; }

    /// <summary>What happened, where there is no exception.</summary>
    public StatusError? Status { get; init; }

    public required ErrorContext Context { get; init; }

    public required ReportId Id { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Set on a marker that a flush puts into the queue: completed when everything before it is done.</summary>
    public TaskCompletionSource? Flushed { get; init; }
}
