using System.Text.Json.Serialization;

namespace ErrorTelemetry;

/// <summary>Where a group stands between its first event and its end.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TriageStatus>))]
public enum TriageStatus
{
    /// <summary>Nobody has decided yet, or it came back as a regression.</summary>
    [JsonStringEnumMemberName("open")]
    Open = 0,

    /// <summary>A runner has claimed it and is filing the issue. Past <see cref="TriageClaim.Until"/> it reads as <see cref="Open"/>.</summary>
    [JsonStringEnumMemberName("filing")]
    Filing = 1,

    /// <summary>An issue is linked.</summary>
    [JsonStringEnumMemberName("triaged")]
    Triaged = 2,

    /// <summary>The issue was closed as completed.</summary>
    [JsonStringEnumMemberName("resolved")]
    Resolved = 3,

    /// <summary>The issue was closed as not planned, labelled <c>wontfix</c>, or somebody muted the group. It goes on counting.</summary>
    [JsonStringEnumMemberName("ignored")]
    Ignored = 4,
}
