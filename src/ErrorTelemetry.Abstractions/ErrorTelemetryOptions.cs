using System.ComponentModel.DataAnnotations;

namespace ErrorTelemetry;

/// <summary>What every part of ErrorTelemetry needs to know. Section <c>ErrorTelemetry</c>.</summary>
/// <remarks>Last wins: default, code, configuration section, the environment variable that is named.</remarks>
public sealed class ErrorTelemetryOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "ErrorTelemetry";

    /// <summary>Whether anything is captured at all; off, the endpoint answers 404. Default: <see langword="true"/>. Environment: <c>TELEMETRY_ENABLED</c>.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Whether the server's own errors are captured. Default: <see langword="true"/>. Environment: <c>TELEMETRY_SERVER_ERRORS</c>.</summary>
    public bool ServerErrors { get; set; } = true;

    /// <summary>Where clients post their reports. Starts with <c>/</c> and holds only letters, digits and <c>/._~-</c>. Default: <c>/api/telemetry/error</c>.</summary>
    [Required]
    public string IngestPath { get; set; } = "/api/telemetry/error";

    /// <summary>The running release. Default: the entry assembly's informational version. At most <see cref="ErrorLimits.IdChars"/> UTF-16 units.</summary>
    [StringLength(ErrorLimits.IdChars)]
    public string? Release { get; set; }

    /// <summary>The deployment environment. Default: the host's environment name in lower case. At most <see cref="ErrorLimits.IdChars"/> UTF-16 units.</summary>
    [StringLength(ErrorLimits.IdChars)]
    public string? Environment { get; set; }
}
