namespace ErrorTelemetry.Storage;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task Find_UnknownKeys_FindsNothing()
    {
        var store = await CreateStoreAsync();
        await store.RecordAsync([Some.Event()], Ct);

        Assert.Null(await store.FindGroupAsync(Some.Fingerprint(), Ct));
        Assert.Empty(await store.FindEventsAsync(Some.EventId(), cancellationToken: Ct));
        Assert.Empty(await store.GetNewestEventsAsync(Some.Fingerprint(), cancellationToken: Ct));
    }

    [Fact]
    public async Task FindEventsAsync_ByEventIdCorrelationIdOrPageId_FindsTheEvent()
    {
        var store = await CreateStoreAsync();
        var wanted = Some.Event();
        await store.RecordAsync([Some.Event(), wanted, Some.Event()], Ct);

        foreach (var code in new[] { wanted.EventId, wanted.CorrelationId!, wanted.PageId! })
            AssertSame(wanted, Assert.Single(await store.FindEventsAsync(code, cancellationToken: Ct)));
    }

    [Fact]
    public async Task FindEventsAsync_OneCodeOfSeveralEvents_FindsAllOnceNewestFirst()
    {
        var store = await CreateStoreAsync();
        var code = Some.PageId();
        ErrorEvent[] events =
        [
            Some.Event(timestamp: Some.Now.AddSeconds(2)) with { CorrelationId = code },
            Some.Event(timestamp: Some.Now.AddSeconds(4)) with { PageId = code },
            Some.Event(timestamp: Some.Now.AddSeconds(1)) with { EventId = code },
            Some.Event(timestamp: Some.Now.AddSeconds(3)) with { CorrelationId = code, PageId = code },
        ];
        await store.RecordAsync([.. events, Some.Event()], Ct);

        var found = await store.FindEventsAsync(code, cancellationToken: Ct);

        Assert.Equal([events[1].EventId, events[3].EventId, events[0].EventId, events[2].EventId], found.Select(e => e.EventId));
        Assert.Equal(events[1].EventId, Assert.Single(await store.FindEventsAsync(code, 1, Ct)).EventId);
    }

    [Fact]
    public async Task FindEventsAsync_OnlyTheExactCode_Matches()
    {
        var store = await CreateStoreAsync();
        await store.RecordAsync([Some.Event() with { EventId = "Abcdefgh-1", CorrelationId = "Corr_elation.1", PageId = "Page_id.1" }], Ct);

        foreach (var code in new[] { "abcdefgh-1", "Abcdefgh", "Corr%", "%", "Corr_elation", "CorrXelation.1", "", "Page_id.1 " })
            Assert.Empty(await store.FindEventsAsync(code, cancellationToken: Ct));
    }

    [Fact]
    public async Task GetNewestEventsAsync_MoreThanTheLimit_ReturnsTheNewestFirst()
    {
        var store = await CreateStoreAsync();
        var fingerprint = Some.Fingerprint();
        var events = Enumerable.Range(0, 20).Select(i => Some.Event(fingerprint, Some.Now.AddSeconds(i * 7 % 20))).ToList();
        await store.RecordAsync([.. events, .. Some.Events(5)], Ct);

        var newest = await store.GetNewestEventsAsync(fingerprint, 6, Ct);

        Assert.Equal(events.OrderByDescending(e => e.Timestamp).Take(6).Select(e => e.EventId), newest.Select(e => e.EventId));
    }

    [Fact]
    public async Task GetNewestEventsAsync_SameTime_IsOrderedByEventId()
    {
        var store = await CreateStoreAsync();
        var events = Some.Events(9);
        Random.Shared.Shuffle(events);
        await store.RecordAsync(events, Ct);

        var newest = await store.GetNewestEventsAsync(events[0].Fingerprint, 5, Ct);

        Assert.Equal(events.Select(e => e.EventId).Order(StringComparer.Ordinal).Take(5), newest.Select(e => e.EventId));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(ErrorLimits.QueryPageCount + 1)]
    public async Task Find_LimitOutOfBounds_Throws(int limit)
    {
        var store = await CreateStoreAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.FindEventsAsync("code", limit, Ct));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.GetNewestEventsAsync(Some.Fingerprint(), limit, Ct));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.QueryGroupsAsync(new GroupQuery { Limit = limit }, Ct));
    }

    [Fact]
    public async Task EveryMember_CancelledBefore_GivesUp()
    {
        var store = await CreateStoreAsync();
        var first = Some.Event();
        await store.RecordAsync([first], Ct);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.FindGroupAsync(first.Fingerprint, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.FindEventsAsync(first.EventId, cancellationToken: cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.GetNewestEventsAsync(first.Fingerprint, cancellationToken: cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.QueryGroupsAsync(new GroupQuery(), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.TryChangeTriageAsync(first.Fingerprint, 0, Some.Filing(), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.PurgeAsync(cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.DeleteGroupAsync(first.Fingerprint, cancelled));
        AssertSame(first.ToGroup(), await store.FindGroupAsync(first.Fingerprint, Ct));
    }
}
