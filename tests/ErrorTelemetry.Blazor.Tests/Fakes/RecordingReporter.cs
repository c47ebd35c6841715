namespace ErrorTelemetry.Fakes;

/// <summary>A reporter that keeps what it is given, and like the real ones takes an exception instance once.</summary>
internal sealed class RecordingReporter : IErrorReporter
{
    private readonly Dictionary<Exception, ReportId> _ids = new(ReferenceEqualityComparer.Instance);

    public List<(Exception Exception, ErrorContext Context)> Reports { get; } = [];

    /// <summary>What a call throws instead of reporting; a reporter never does, but the UI edge must not rely on it.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Whether nothing is taken, as with telemetry off.</summary>
    public bool Refuses { get; set; }

    public ReportId Report(Exception exception, ErrorContext? context = null)
    {
        if (Failure is not null)
            throw Failure;
        if (Refuses)
            return ReportId.None;
        if (_ids.TryGetValue(exception, out var earlier))
            return earlier;
        Reports.Add((exception, context!));
        return _ids[exception] = new ReportId(Some.EventId(), context!.CorrelationId ?? Some.CorrelationId());
    }

    public Task FlushAsync(TimeSpan timeout, CancellationToken cancellationToken = default) => Task.CompletedTask;
}
