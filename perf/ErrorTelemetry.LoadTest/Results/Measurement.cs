using ErrorTelemetry.Hosts;
using ErrorTelemetry.Loads;

namespace ErrorTelemetry.Results;

/// <summary>One run of one load against one host: what wrk saw, and the host's own figures before and after.</summary>
internal sealed record Measurement(LoadFigures Load, HostStats Before, HostStats After)
{
    /// <summary>What the peer's sink received meanwhile.</summary>
    public long? Envelopes { get; init; }

    public double RequestsPerSecond => Load.Requests * 1e6 / Load.Microseconds;

    /// <summary>What reached the host, which is a little more than was answered before wrk hung up.</summary>
    public long Requests => After.Requests - Before.Requests;

    public long Accounted => After.Accounted() - Before.Accounted();

    public long Batches => After.Batches - Before.Batches;

    public double AllocatedBytesPerRequest => (After.AllocatedBytes - Before.AllocatedBytes) / (double)Requests;

    public double CpuMicrosecondsPerRequest => (After.CpuMicroseconds - Before.CpuMicroseconds) / Requests;
}
