namespace ErrorTelemetry.Writing;

/// <summary>What waits for one group. One commit at a time has the lane; after it the lane rests for the write interval.</summary>
internal sealed class GroupLane(string fingerprint)
{
    public string Fingerprint { get; } = fingerprint;

    public Queue<PendingEvent> Waiting { get; } = new();

    /// <summary>Whether the lane stands in the line of those that may be written.</summary>
    public bool IsReady { get; set; }

    /// <summary>Whether a commit has it or it rests.</summary>
    public bool IsHeld { get; set; }
}
