using System.Text.Json.Serialization;

namespace ErrorTelemetry.Deciding;

/// <summary>What a run does with a group.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TriageAction>))]
public enum TriageAction
{
    /// <summary>Nothing: all is said already.</summary>
    [JsonStringEnumMemberName("leave")]
    Leave = 0,

    /// <summary>File a new issue.</summary>
    [JsonStringEnumMemberName("create")]
    Create = 1,

    /// <summary>Write the body again, with the new counts.</summary>
    [JsonStringEnumMemberName("update")]
    Update = 2,

    /// <summary>Comment on the closed issue and open it again: a regression.</summary>
    [JsonStringEnumMemberName("reopen")]
    Reopen = 3,

    /// <summary>Nothing yet: below a threshold, or beyond a cap.</summary>
    [JsonStringEnumMemberName("wait")]
    Wait = 4,

    /// <summary>Nothing: the group is muted or ignored.</summary>
    [JsonStringEnumMemberName("mute")]
    Mute = 5,

    /// <summary>Nothing: another runner has it.</summary>
    [JsonStringEnumMemberName("skip")]
    Skip = 6,

    /// <summary>Only the store changes: it learns what became of the issue on GitHub.</summary>
    [JsonStringEnumMemberName("sync")]
    Sync = 7,
}
