using ErrorTelemetry.Hosting;
using ErrorTelemetry.Protocol;
using ErrorTelemetry.Storage;

namespace ErrorTelemetry.Faults;

/// <summary>A document that is written too often answers with contention. Called under the store's lock.</summary>
internal sealed class WritePressure(FaultPlan plan, ServerStatistics statistics, TimeProvider clock)
{
    private readonly Dictionary<string, long> _written = new(StringComparer.Ordinal);

    public void Admit(CommitRequest request)
    {
        if (plan.WriteInterval <= TimeSpan.Zero)
            return;
        var names = request.Writes.Select(write => write.Update?.Name ?? write.Delete).ToHashSet(StringComparer.Ordinal);
        if (names.Any(name => _written.TryGetValue(name, out var last) && clock.GetElapsedTime(last) < plan.WriteInterval))
        {
            statistics.CountRefusedByPressure();
            throw Refusal.Contention();
        }

        foreach (var name in names)
            _written[name] = clock.GetTimestamp();
    }
}
