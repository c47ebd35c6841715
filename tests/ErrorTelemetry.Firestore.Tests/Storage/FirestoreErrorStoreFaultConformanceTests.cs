using ErrorTelemetry.Hosting;

namespace ErrorTelemetry.Storage;

/// <summary>The contract of every store, while one call in twenty fails: refused, aborted, its answer lost or its stream reset.</summary>
public sealed class FirestoreErrorStoreFaultConformanceTests : FirestoreErrorStoreConformanceTests
{
    protected override void Break(FirestoreServerHost server) => server.Faults.Rate = 0.05;
}
