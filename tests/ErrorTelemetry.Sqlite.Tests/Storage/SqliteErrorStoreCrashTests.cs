using System.Diagnostics;
using System.Globalization;

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

    [Fact]
    public async Task RecordAsync_KilledWhilePastTheCap_KnowsEveryIdAndCountsItOnce()
    {
        const int Cap = 20;
        var fingerprint = Some.Fingerprint();
        var acknowledged = new List<string>();

        for (var run = 0; run < 2; run++)
            acknowledged.AddRange(await RecordUntilKilledAsync(fingerprint, Cap));

        var store = Create(maxPerHour: Cap);
        var count = (await store.FindGroupAsync(fingerprint, Ct))?.Count;
        Assert.Equal(Query("SELECT count(*) FROM events") + CountedIds(), count);
        var again = await store.RecordAsync([.. acknowledged.Select(id => Some.Event(fingerprint) with { EventId = id })], Ct);
        Assert.All(again, outcome => Assert.Equal(RecordOutcome.Duplicate, outcome));
        Assert.Equal(count, (await store.FindGroupAsync(fingerprint, Ct))?.Count);
    }

    private async Task<List<string>> RecordUntilKilledAsync(string fingerprint, int cap = 1_000_000)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "ErrorTelemetry.Sqlite.CrashHost"), [FilePath, fingerprint, cap.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
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
