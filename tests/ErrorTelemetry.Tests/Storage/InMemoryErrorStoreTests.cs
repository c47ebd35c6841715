using Microsoft.Extensions.Time.Testing;

namespace ErrorTelemetry.Storage;

public sealed class InMemoryErrorStoreTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly FakeTimeProvider _time = new(Some.Now);

    [Fact]
    public async Task RecordAsync_MoreGroupsThanItHolds_TheLeastRecentlyRecordedGivesWay()
    {
        var store = Create(new InMemoryErrorStoreLimits(Groups: 2));
        var a = Some.Event();
        var b = Some.Event();
        await store.RecordAsync([a, b], Ct);
        await store.RecordAsync([Some.Event(a.Fingerprint)], Ct);

        await store.RecordAsync([Some.Event()], Ct);

        Assert.NotNull(await store.FindGroupAsync(a.Fingerprint, Ct));
        Assert.Null(await store.FindGroupAsync(b.Fingerprint, Ct));
        Assert.Empty(await store.FindEventsAsync(b.EventId, cancellationToken: Ct));
    }

    [Fact]
    public async Task RecordAsync_MoreEventsThanItHolds_TheOldestGivesWayAndTheCountStays()
    {
        var store = Create(new InMemoryErrorStoreLimits(Events: 3));
        var events = Some.Events(5);

        await store.RecordAsync(events, Ct);

        Assert.Equal(5, (await store.FindGroupAsync(events[0].Fingerprint, Ct))?.Count);
        Assert.Equal(events[2..].Select(e => e.EventId), (await store.GetNewestEventsAsync(events[0].Fingerprint, cancellationToken: Ct)).Select(e => e.EventId));
    }

    [Fact]
    public async Task RecordAsync_MoreCountedIdsThanItRemembers_ForgetsTheOldest()
    {
        var store = Create(new InMemoryErrorStoreLimits(CountedIds: 2), new ErrorStorageOptions { MaxStoredEventsPerGroupPerHour = 0 });
        var events = Some.Events(3);
        await store.RecordAsync(events, Ct);

        Assert.Equal([RecordOutcome.Duplicate, RecordOutcome.Duplicate, RecordOutcome.Recorded], await store.RecordAsync([events[1], events[2], events[0]], Ct));
    }

    [Fact]
    public async Task RecordAsync_CountedIdAfter25Hours_IsForgotten()
    {
        var store = Create(new InMemoryErrorStoreLimits(), new ErrorStorageOptions { MaxStoredEventsPerGroupPerHour = 0 });
        var counted = Some.Event();
        await store.RecordAsync([counted], Ct);

        _time.Advance(TimeSpan.FromHours(ErrorLimits.CountedIdHours));

        Assert.Equal([RecordOutcome.Recorded], await store.RecordAsync([counted], Ct));
    }

    [Fact]
    public async Task RecordAsync_StormOfDistinctErrors_StaysWithinItsLimits()
    {
        var store = Create(new InMemoryErrorStoreLimits(Groups: 50, Events: 100, CountedIds: 100));

        for (var i = 0; i < 200; i++)
            await store.RecordAsync([.. Enumerable.Range(0, 100).Select(_ => Some.Event())], Ct);

        Assert.Equal(50, (await store.QueryGroupsAsync(new GroupQuery { Limit = 500 }, Ct)).Groups.Count);
    }

    private InMemoryErrorStore Create(InMemoryErrorStoreLimits limits, ErrorStorageOptions? settings = null) => new(settings ?? new ErrorStorageOptions(), _time, limits);
}
