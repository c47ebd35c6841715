namespace ErrorTelemetry;

/// <summary>What a client claims happened. Untrusted: nothing in it has been validated, redacted or truncated.</summary>
/// <remarks>The JSON shape is the ingest contract of <c>POST /api/telemetry/error</c>; limits are in <see cref="ErrorLimits"/>.</remarks>
public sealed record ErrorReport
{
    /// <summary>The reporter's own id of this occurrence: 8 to 64 of <c>A-Za-z0-9_-</c>, starting with a letter or digit. Sending it again records nothing twice.</summary>
    public required string EventId { get; init; }

    /// <summary>The error's message. Never blank in an accepted report; at most <see cref="ErrorLimits.MessageChars"/> UTF-16 units are kept.</summary>
    public required string Message { get; init; }

    /// <summary>The error's type, such as <c>TypeError</c> or <c>System.InvalidOperationException</c> (OpenTelemetry <c>exception.type</c>).</summary>
    public string? Type { get; init; }

    /// <summary>The raw stack text in whatever form the runtime gave it (OpenTelemetry <c>exception.stacktrace</c>).</summary>
    public string? Stack { get; init; }

    /// <summary>Which hook caught the error, one of <see cref="ErrorMechanisms"/>. Default: <see cref="ErrorMechanisms.Manual"/>.</summary>
    public string? Mechanism { get; init; }

    /// <summary>Whether the app caught the error itself and went on. Default: <see langword="false"/>.</summary>
    public bool Handled { get; init; }

    /// <summary>When it happened, by the reporter's clock. Absent, in the future or more than 24 h old: the time of receipt is used.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The page or request address. Query values and fragment are removed before anything is stored.</summary>
    public string? Url { get; init; }

    /// <summary>The route template, such as <c>/orders/{id}</c> (OpenTelemetry <c>http.route</c>).</summary>
    public string? Route { get; init; }

    /// <summary>The release that was running, such as a version or a commit.</summary>
    public string? Release { get; init; }

    /// <summary>The deployment environment, such as <c>production</c>.</summary>
    public string? Environment { get; init; }

    /// <summary>The user agent of the browser that reported.</summary>
    public string? UserAgent { get; init; }

    /// <summary>A random id of the browser tab; never an account's or a person's.</summary>
    public string? SessionId { get; init; }

    /// <summary>The id that ties browser, server log, stored event and issue together.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The random id of the full page load; correlation ids of what happens on that page start with it.</summary>
    public string? PageId { get; init; }

    /// <summary>The stack of UI components, outermost last.</summary>
    public string? ComponentStack { get; init; }

    /// <summary>The errors that caused this one, nearest first; at most <see cref="ErrorLimits.CauseCount"/> are kept.</summary>
    public IReadOnlyList<ErrorCause> Causes { get; init; } = [];

    /// <summary>What happened before the error, oldest first; the newest <see cref="ErrorLimits.BreadcrumbCount"/> are kept.</summary>
    public IReadOnlyList<Breadcrumb> Breadcrumbs { get; init; } = [];

    /// <summary>Names and values of the app's own; at most <see cref="ErrorLimits.TagCount"/> are kept.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = EmptyTags.Instance;

    /// <summary>Parts of a grouping of the app's own; the part <c>{{default}}</c> stands for the computed one. Empty: the computed one alone.</summary>
    public IReadOnlyList<string> Fingerprint { get; init; } = [];
}
