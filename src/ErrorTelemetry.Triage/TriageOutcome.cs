using System.Text.Json.Serialization;

namespace ErrorTelemetry;

/// <summary>How a run ended; the number is the tool's exit code.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TriageOutcome>))]
public enum TriageOutcome
{
    /// <summary>Everything was decided, and done where it was to be done. What waits for a cap or a limit counts as done.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed = 0,

    /// <summary>Some groups failed; the next run tries them again.</summary>
    [JsonStringEnumMemberName("some-failed")]
    SomeFailed = 1,

    /// <summary>The options, the token or the repository are wrong: it will fail again.</summary>
    [JsonStringEnumMemberName("misconfigured")]
    Misconfigured = 2,

    /// <summary>The store or GitHub cannot be reached.</summary>
    [JsonStringEnumMemberName("unreachable")]
    Unreachable = 3,
}
