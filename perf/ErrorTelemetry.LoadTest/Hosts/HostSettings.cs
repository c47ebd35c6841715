using System.Text.Json;

namespace ErrorTelemetry.Hosts;

/// <summary>What a child process is told on its command line.</summary>
/// <param name="Kind">One of <see cref="HostKinds"/>.</param>
/// <param name="Database">The SQLite file of a host that has one.</param>
/// <param name="MaxStoredPerGroupPerHour">The storage cap per group.</param>
/// <param name="MaxSizeMebibytes">Where the file counts as a full disk; 0 is nowhere.</param>
/// <param name="SinkUrl">Where the peer sends its events.</param>
/// <param name="Logging">Whether the host has a logger, as hosts in production have.</param>
internal sealed record HostSettings(
    string Kind,
    string? Database = null,
    int MaxStoredPerGroupPerHour = 100,
    int MaxSizeMebibytes = 0,
    Uri? SinkUrl = null,
    bool Logging = true)
{
    public static HostSettings Parse(string json) => JsonSerializer.Deserialize(json, LoadTestJson.Default.HostSettings)!;

    public override string ToString() => JsonSerializer.Serialize(this, LoadTestJson.Default.HostSettings);
}
