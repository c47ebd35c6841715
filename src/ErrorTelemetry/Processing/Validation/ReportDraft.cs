namespace ErrorTelemetry.Processing.Validation;

/// <summary>A report while it is being read: what was found so far, and what was wrong with it.</summary>
internal sealed class ReportDraft
{
    /// <summary>A report of thousands of faulty entries must not make an answer of megabytes.</summary>
    private const int MostFaults = 20;

    private List<ReportFault>? _faults;

    public string? EventId { get; set; }

    public string? Message { get; set; }

    public string? Type { get; set; }

    public string? Stack { get; set; }

    public string? Mechanism { get; set; }

    public bool Handled { get; set; }

    public DateTimeOffset? Timestamp { get; set; }

    public string? Url { get; set; }

    public string? Route { get; set; }

    public string? Release { get; set; }

    public string? Environment { get; set; }

    public string? UserAgent { get; set; }

    public string? SessionId { get; set; }

    public string? CorrelationId { get; set; }

    public string? PageId { get; set; }

    public string? ComponentStack { get; set; }

    public IReadOnlyList<ErrorCause> Causes { get; set; } = [];

    public IReadOnlyList<Breadcrumb> Breadcrumbs { get; set; } = [];

    public IReadOnlyDictionary<string, string>? Tags { get; set; }

    public IReadOnlyList<string> Fingerprint { get; set; } = [];

    public void Fault(in ReportPointer pointer, string message)
    {
        _faults ??= [];
        if (_faults.Count >= MostFaults)
            return;
        var text = pointer.ToString();
        if (!_faults.Exists(known => known.Pointer == text))
            _faults.Add(new ReportFault(text, message));
    }

    public ReportReading Finish()
    {
        if (EventId is null || !Identifiers.IsEventId(EventId))
            Fault("/eventId", "Required: 8 to 64 of A-Z a-z 0-9 _ -, starting with a letter or digit; a random UUID will do.");
        if (Message is null || TextSanitizer.IsBlank(Message))
            Fault("/message", "Required: a text that is not blank.");
        if (_faults is not null)
            return new ReportReading(null, _faults);

        return new ReportReading(
            new ErrorReport
            {
                EventId = EventId!,
                Message = Message!,
                Type = Type,
                Stack = Stack,
                Mechanism = Mechanism,
                Handled = Handled,
                Timestamp = Timestamp,
                Url = Url,
                Route = Route,
                Release = Release,
                Environment = Environment,
                UserAgent = UserAgent,
                SessionId = SessionId,
                // An id that does not fit its pattern is as absent; the next in line is used.
                CorrelationId = Identifiers.IsCorrelationId(CorrelationId) ? CorrelationId : null,
                PageId = Identifiers.IsCorrelationId(PageId) ? PageId : null,
                ComponentStack = ComponentStack,
                Causes = Causes,
                Breadcrumbs = Breadcrumbs,
                Tags = Tags ?? System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty,
                Fingerprint = Fingerprint,
            },
            []);
    }
}
