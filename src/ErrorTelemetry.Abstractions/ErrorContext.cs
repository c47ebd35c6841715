namespace ErrorTelemetry;

/// <summary>What is known around an error at the moment it is caught. Texts are redacted and truncated later, like all others.</summary>
public sealed class ErrorContext
{
    /// <summary>Which hook caught it, one of <see cref="ErrorMechanisms"/>. Default: <see cref="ErrorMechanisms.Manual"/>.</summary>
    public string Mechanism { get; set; } = ErrorMechanisms.Manual;

    /// <summary>Whether the app caught the error itself and goes on. Default: <see langword="null"/>, which means <see langword="true"/> for <see cref="ErrorMechanisms.Manual"/> and <see langword="false"/> for all others.</summary>
    public bool? Handled { get; set; }

    /// <summary>The request, circuit or job: one exception instance is reported once per scope. <see langword="null"/>: the process.</summary>
    public object? Scope { get; set; }

    /// <inheritdoc cref="ErrorReport.CorrelationId"/>
    public string? CorrelationId { get; set; }

    /// <inheritdoc cref="ErrorReport.PageId"/>
    public string? PageId { get; set; }

    /// <inheritdoc cref="ErrorReport.SessionId"/>
    public string? SessionId { get; set; }

    /// <inheritdoc cref="ErrorReport.Url"/>
    public string? Url { get; set; }

    /// <inheritdoc cref="ErrorReport.Route"/>
    public string? Route { get; set; }

    /// <inheritdoc cref="ErrorReport.UserAgent"/>
    public string? UserAgent { get; set; }

    /// <inheritdoc cref="ErrorReport.ComponentStack"/>
    public string? ComponentStack { get; set; }

    /// <summary>Names and values of the caller's own. Created on first use.</summary>
    public IDictionary<string, string> Tags => _tags ??= new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether <see cref="Tags"/> holds anything; asking does not create it.</summary>
    public bool HasTags => _tags is { Count: > 0 };

    /// <inheritdoc cref="ErrorReport.Fingerprint"/>
    public IReadOnlyList<string> Fingerprint { get; set; } = [];

    private Dictionary<string, string>? _tags;

    /// <summary>A copy that the owner of this one can no longer change.</summary>
    internal ErrorContext Copy()
    {
        var copy = (ErrorContext)MemberwiseClone();
        copy._tags = _tags is null ? null : new Dictionary<string, string>(_tags, StringComparer.Ordinal);
        copy.Fingerprint = [.. Fingerprint];
        return copy;
    }
}
