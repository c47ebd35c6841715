namespace ErrorTelemetry.Writing;

/// <summary>The events of one group in one commit, in order.</summary>
internal sealed record LanePart(string Fingerprint, IReadOnlyList<PendingEvent> Events)
{
    public IEnumerable<PendingEvent> Open => Events.Where(pending => pending.Outcome is null);
}
