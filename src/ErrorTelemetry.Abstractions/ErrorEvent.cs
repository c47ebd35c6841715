namespace ErrorTelemetry;

/// <summary>An accepted report: validated, redacted, truncated, fingerprinted. Only events are ever stored.</summary>
public sealed record ErrorEvent
{
    /// <inheritdoc cref="ErrorReport.EventId"/>
    public required string EventId { get; init; }

    /// <summary>The group's key: 64 lower-case hex digits of SHA-256.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The version of the grouping rules that made <see cref="Fingerprint"/>, such as <c>v1</c>.</summary>
    public required string GroupingVersion { get; init; }

    /// <summary>When it happened (UTC); the time of receipt where the report's own could not be believed.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <inheritdoc cref="ErrorReport.Type"/>
    public required string Type { get; init; }

    /// <summary>The redacted message.</summary>
    public required string Message { get; init; }

    /// <summary>One line for people: type and first line of the message, at most <see cref="ErrorLimits.TitleChars"/> UTF-16 units.</summary>
    public required string Title { get; init; }

    /// <summary>Where the blame lies in one line, such as <c>Shop.Cart.Total (Cart.cs)</c>; <see langword="null"/> where no frame is known.</summary>
    public string? Culprit { get; init; }

    /// <summary>The frame behind <see cref="Culprit"/>: the topmost of the app's own, else the topmost.</summary>
    public ErrorFrame? CulpritFrame { get; init; }

    /// <summary>The redacted stack.</summary>
    public string? Stack { get; init; }

    /// <summary>Which hook caught the error, one of <see cref="ErrorMechanisms"/>.</summary>
    public required string Mechanism { get; init; }

    /// <inheritdoc cref="ErrorReport.Handled"/>
    public bool Handled { get; init; }

    /// <summary>The address without query values and fragment.</summary>
    public string? Url { get; init; }

    /// <inheritdoc cref="ErrorReport.Route"/>
    public string? Route { get; init; }

    /// <inheritdoc cref="ErrorReport.Release"/>
    public string? Release { get; init; }

    /// <inheritdoc cref="ErrorReport.Environment"/>
    public string? Environment { get; init; }

    /// <inheritdoc cref="ErrorReport.UserAgent"/>
    public string? UserAgent { get; init; }

    /// <inheritdoc cref="ErrorReport.SessionId"/>
    public string? SessionId { get; init; }

    /// <inheritdoc cref="ErrorReport.CorrelationId"/>
    public string? CorrelationId { get; init; }

    /// <inheritdoc cref="ErrorReport.PageId"/>
    public string? PageId { get; init; }

    /// <inheritdoc cref="ErrorReport.ComponentStack"/>
    public string? ComponentStack { get; init; }

    /// <inheritdoc cref="ErrorReport.Causes"/>
    public IReadOnlyList<ErrorCause> Causes { get; init; } = [];

    /// <inheritdoc cref="ErrorReport.Breadcrumbs"/>
    public IReadOnlyList<Breadcrumb> Breadcrumbs { get; init; } = [];

    /// <inheritdoc cref="ErrorReport.Tags"/>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = EmptyTags.Instance;

    /// <summary>How many secrets and personal data of each kind were removed.</summary>
    public IReadOnlyDictionary<string, int> Redactions { get; init; } = RedactionCounts.None;
}
