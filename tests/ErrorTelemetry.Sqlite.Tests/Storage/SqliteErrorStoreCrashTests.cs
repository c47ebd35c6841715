using System.Diagnostics;

namespace ErrorTelemetry.Storage;

[Trait("Category", "Slow")]
public sealed class SqliteErrorStoreCrashTests : SqliteStoreTest
{
    [Fact]
    public async Task RecordAsync_KilledRightAfterAcknowledging_HasEveryEvent()
    {
        var fingerprint = Some.Fingerprint();
        var acknowledged = new List<string>();

        for (var run = 0; run < 2; run++)
            acknowledged.AddRange(await RecordUntilKilledAsync(fingerprint));

        var store = Create();
        foreach (var id in acknowledged)
            Assert.Single(await store.FindEventsAsync(id, cancellationToken: Ct));
        var group = await store.FindGroupAsync(fingerprint, Ct);
        Assert.Equal(Query("SELECT count(*) FROM events"), group?.Count);
        Assert.True(group?.Count >= acknowledged.Count);
        Assert.Equal([RecordOutcome.Recorded], await store.RecordAsync([Some.Event(fingerprint)], Ct));
    }

    private async Task<List<string>> RecordUntilKilledAsync(string fingerprint)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "ErrorTelemetry.Sqlite.CrashHost"), [FilePath, fingerprint]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var ids = new List<string>();
        try
        {
            while (ids.Count < 100)
                ids.Add(await process.StandardOutput.ReadLineAsync(Ct) ?? throw new InvalidOperationException("The process ended by itself."));
        }
        finally
        {
            process.Kill();
        }

        // What it said before it died counts as well; a line that was cut short has no id to look for.
        var rest = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        ids.AddRange(rest.Split('\n')[..^1]);
        return ids;
    }
}
