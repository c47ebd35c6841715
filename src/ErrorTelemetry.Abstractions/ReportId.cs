namespace ErrorTelemetry;

/// <summary>The ids under which a reported error will be found.</summary>
/// <param name="EventId">The event's id; empty for <see cref="None"/>.</param>
/// <param name="CorrelationId">The correlation id: the reference code to show to a user; empty for <see cref="None"/>.</param>
public readonly record struct ReportId(string EventId, string CorrelationId)
{
    /// <summary>Nothing was taken.</summary>
    public static ReportId None { get; } = new(string.Empty, string.Empty);

    /// <summary>Whether nothing was taken.</summary>
    public bool IsNone => string.IsNullOrEmpty(EventId);
}
