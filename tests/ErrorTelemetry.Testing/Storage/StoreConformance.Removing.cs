namespace ErrorTelemetry.Storage;

public abstract partial class StoreConformance
{
    private static readonly ErrorStorageOptions Retention = new() { EventRetentionDays = 30, GroupRetentionDays = 180, MaxStoredEventsPerGroupPerHour = 10_000 };

    [Fact]
    public async Task PurgeAsync_NothingPastRetention_RemovesNothing()
    {
        var store = await CreateAsync(Retention, Time);
        var fingerprint = await RecordOneAsync(store);
        Time.Advance(TimeSpan.FromDays(30));

        Assert.Equal(new PurgeResult(0, 0), await store.PurgeAsync(Ct));
        Assert.Single(await store.GetNewestEventsAsync(fingerprint, cancellationToken: Ct));
    }

    [Fact]
    public async Task PurgeAsync_EventsPastRetention_GoAndTheGroupStaysWithItsCount()
    {
        var store = await CreateAsync(Retention, Time);
        var old = Some.Events(4);
        await store.RecordAsync(old, Ct);
        Time.Advance(TimeSpan.FromDays(20));
        var recent = Some.Event(old[0].Fingerprint, Time.GetUtcNow());
        await store.RecordAsync([recent], Ct);
        Time.Advance(TimeSpan.FromDays(11));

        Assert.Equal(new PurgeResult(4, 0), await store.PurgeAsync(Ct));

        var group = await GroupAsync(store, recent.Fingerprint);
        Assert.Equal((5, Some.Now), (group.Count, group.FirstSeen));
        AssertSame(old[0], group.Sample);
        Assert.Equal(recent.EventId, Assert.Single(await store.GetNewestEventsAsync(recent.Fingerprint, cancellationToken: Ct)).EventId);
        Assert.Empty(await store.FindEventsAsync(old[0].EventId, cancellationToken: Ct));
        Assert.Equal(new PurgeResult(0, 0), await store.PurgeAsync(Ct));
    }

    [Fact]
    public async Task PurgeAsync_IdleGroups_GoWithWhatIsLeftOfThem()
    {
        var store = await CreateAsync(new ErrorStorageOptions { EventRetentionDays = 365, GroupRetentionDays = 10, MaxStoredEventsPerGroupPerHour = 2 }, Time);
        var idle = Some.Events(3);
        var alive = Some.Event(timestamp: Some.Now.AddDays(2));
        await store.RecordAsync([.. idle, alive], Ct);
        Time.SetUtcNow(Some.Now.AddDays(11));

        Assert.Equal(new PurgeResult(2, 1), await store.PurgeAsync(Ct));

        Assert.Null(await store.FindGroupAsync(idle[0].Fingerprint, Ct));
        Assert.Empty(await store.FindEventsAsync(idle[0].EventId, cancellationToken: Ct));
        Assert.Equal(alive.Fingerprint, Assert.Single(await DrainAsync(store, new GroupQuery())).Fingerprint);
    }

    [Fact]
    public async Task PurgeAsync_ManyEvents_RemovesThemAll()
    {
        var store = await CreateAsync(Retention, Time);
        foreach (var batch in Some.Events(700).Chunk(100))
            await store.RecordAsync(batch, Ct);
        var fresh = Some.Event(timestamp: Some.Now.AddDays(31));
        await store.RecordAsync([fresh], Ct);
        Time.Advance(TimeSpan.FromDays(32));

        Assert.Equal(new PurgeResult(700, 0), await store.PurgeAsync(Ct));
        Assert.Single(await store.FindEventsAsync(fresh.EventId, cancellationToken: Ct));
    }

    [Fact]
    public async Task DeleteGroupAsync_Group_GoesWithAllItsEvents()
    {
        var store = await CreateStoreAsync();
        var gone = Some.Events(5);
        var stays = Some.Event();
        await store.RecordAsync([.. gone, stays], Ct);

        Assert.True(await store.DeleteGroupAsync(gone[0].Fingerprint, Ct));

        Assert.Null(await store.FindGroupAsync(gone[0].Fingerprint, Ct));
        Assert.Empty(await store.GetNewestEventsAsync(gone[0].Fingerprint, cancellationToken: Ct));
        foreach (var code in new[] { gone[0].EventId, gone[1].CorrelationId!, gone[2].PageId! })
            Assert.Empty(await store.FindEventsAsync(code, cancellationToken: Ct));
        Assert.Equal(stays.Fingerprint, Assert.Single(await DrainAsync(store, new GroupQuery())).Fingerprint);
        Assert.Single(await store.FindEventsAsync(stays.EventId, cancellationToken: Ct));
    }

    [Fact]
    public async Task DeleteGroupAsync_UnknownGroup_IsFalse()
    {
        var store = await CreateStoreAsync();
        var fingerprint = await RecordOneAsync(store);

        Assert.False(await store.DeleteGroupAsync(Some.Fingerprint(), Ct));
        Assert.True(await store.DeleteGroupAsync(fingerprint, Ct));
        Assert.False(await store.DeleteGroupAsync(fingerprint, Ct));
    }

    [Fact]
    public async Task RecordAsync_AfterTheGroupWasDeleted_BeginsANewOne()
    {
        var store = await CreateStoreAsync();
        var fingerprint = await RecordOneAsync(store);
        await store.TryChangeTriageAsync(fingerprint, 0, new TriageState { Status = TriageStatus.Ignored }, Ct);
        await store.DeleteGroupAsync(fingerprint, Ct);
        var first = Some.Event(fingerprint);

        await store.RecordAsync([first], Ct);

        AssertSame(first.ToGroup(), await store.FindGroupAsync(fingerprint, Ct));
    }
}
