namespace ErrorTelemetry;

/// <summary>One release in which a group was seen.</summary>
/// <param name="Name">The release.</param>
/// <param name="FirstSeen">The earliest event of the group in this release (UTC).</param>
/// <param name="Count">How many events of the group there were in this release.</param>
public sealed record GroupRelease(string Name, DateTimeOffset FirstSeen, long Count);
