using ErrorTelemetry.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace ErrorTelemetry.Writing;

public sealed class HotGroupTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RecordAsync_GroupWrittenJustNow_WaitsAndIsWrittenOnceForAll()
    {
        await using var test = await StoreUnderTest.StartAsync();
        var time = new FakeTimeProvider(Some.Now);
        var store = test.NewStore(time: time, configure: options => options.GroupWriteIntervalMilliseconds = 1000);
        var fingerprint = Some.Fingerprint();
        await store.RecordAsync([Some.Event(fingerprint)], Ct);

        var waiting = Enumerable.Range(0, 20).Select(_ => store.RecordAsync(Some.Events(5, fingerprint), Ct)).ToArray();
        time.Advance(Interval - TimeSpan.FromMilliseconds(50));
        Assert.DoesNotContain(waiting, batch => batch.IsCompleted);
        Assert.Equal(1, WritesOf(test.Server, fingerprint));

        time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.All(await Task.WhenAll(waiting), outcomes => Assert.All(outcomes, outcome => Assert.Equal(RecordOutcome.Recorded, outcome)));
        Assert.Equal(2, WritesOf(test.Server, fingerprint));
        Assert.Equal(101, (await store.FindGroupAsync(fingerprint, Ct))!.Count);
    }

    [Fact]
    public async Task RecordAsync_OtherGroups_DoNotWaitForAHotOne()
    {
        await using var test = await StoreUnderTest.StartAsync();
        var time = new FakeTimeProvider(Some.Now);
        var store = test.NewStore(time: time, configure: options => options.GroupWriteIntervalMilliseconds = 1000);
        var hot = Some.Fingerprint();
        await store.RecordAsync([Some.Event(hot)], Ct);
        var waiting = store.RecordAsync([Some.Event(hot)], Ct);

        await store.RecordAsync(Some.Events(3), Ct);

        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        await waiting;
    }

    [Fact]
    public async Task RecordAsync_TenThousandEventsOfOneGroup_AreAFewGroupWrites()
    {
        await using var test = await StoreUnderTest.StartAsync();
        var time = new FakeTimeProvider(Some.Now);
        var store = test.NewStore(new ErrorStorageOptions(), time, options => options.GroupWriteIntervalMilliseconds = 1000);
        var fingerprint = Some.Fingerprint();

        var all = Task.WhenAll(Enumerable.Range(0, 100).Select(_ => store.RecordAsync(Some.Events(100, fingerprint), Ct)));
        while (!all.IsCompleted)
        {
            time.Advance(Interval);
            await Task.WhenAny(all, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Ct));
        }

        Assert.Equal(10_000, (await store.FindGroupAsync(fingerprint, Ct))!.Count);
        Assert.InRange(WritesOf(test.Server, fingerprint), 1, 4);
        Assert.Equal(100, (await store.GetNewestEventsAsync(fingerprint, ErrorLimits.QueryPageCount, Ct)).Count);
    }

    [Fact]
    public async Task RecordAsync_CallerGivesUpWhileItsGroupRests_TakesItsEventBack()
    {
        await using var test = await StoreUnderTest.StartAsync();
        var time = new FakeTimeProvider(Some.Now);
        var store = test.NewStore(time: time, configure: options => options.GroupWriteIntervalMilliseconds = 1000);
        var fingerprint = Some.Fingerprint();
        await store.RecordAsync([Some.Event(fingerprint)], Ct);
        using var patience = new CancellationTokenSource();
        var impatient = store.RecordAsync([Some.Event(fingerprint)], patience.Token);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        time.Advance(TimeSpan.FromSeconds(2));

        var next = store.RecordAsync([Some.Event(fingerprint)], Ct);
        time.Advance(TimeSpan.FromSeconds(2));
        await next;
        Assert.Equal(2, (await store.FindGroupAsync(fingerprint, Ct))!.Count);
    }

    private static int WritesOf(FirestoreServerHost server, string fingerprint) =>
        server.Statistics.Writes.Where(write => write.Key.EndsWith(fingerprint, StringComparison.Ordinal)).Sum(write => write.Value);
}
