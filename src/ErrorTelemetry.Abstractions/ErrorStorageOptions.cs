using System.ComponentModel.DataAnnotations;

namespace ErrorTelemetry;

/// <summary>How much every store keeps, and for how long. Section <c>ErrorTelemetry:Storage</c>.</summary>
public sealed class ErrorStorageOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "ErrorTelemetry:Storage";

    /// <summary>Events kept of one group in one clock hour (UTC, by time of recording); the rest is only counted. 0 to 1,000,000. Default: 100.</summary>
    [Range(0, 1_000_000)]
    public int MaxStoredEventsPerGroupPerHour { get; set; } = 100;

    /// <summary>How long events are kept, in days. 1 to 3,650. Default: 30.</summary>
    [Range(1, 3650)]
    public int EventRetentionDays { get; set; } = 30;

    /// <summary>How long a group is kept after its last event, in days. 1 to 3,650. Default: 180.</summary>
    [Range(1, 3650)]
    public int GroupRetentionDays { get; set; } = 180;
}
