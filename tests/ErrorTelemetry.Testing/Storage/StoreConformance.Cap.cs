namespace ErrorTelemetry.Storage;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task RecordAsync_PastTheHourlyCap_CountsWithoutKeeping()
    {
        var store = await CreateStoreAsync(maxPerHour: 3);
        var events = Some.Events(8);

        Assert.DoesNotContain(RecordOutcome.Duplicate, await store.RecordAsync(events[..5], Ct));
        Assert.DoesNotContain(RecordOutcome.Duplicate, await store.RecordAsync(events[5..], Ct));

        var group = await GroupAsync(store, events[0].Fingerprint);
        Assert.Equal(8, group.Count);
        Assert.Equal(8, Assert.Single(group.Releases).Count);
        Assert.Equal(events[7].CorrelationId, group.LastCorrelationIds[0]);
        Assert.Equal(events[..3].Select(e => e.EventId), (await store.GetNewestEventsAsync(group.Fingerprint, cancellationToken: Ct)).Select(e => e.EventId));
        Assert.Empty(await store.FindEventsAsync(events[4].EventId, cancellationToken: Ct));
    }

    [Fact]
    public async Task RecordAsync_PastTheCapOfOneGroup_KeepsOtherGroups()
    {
        var store = await CreateStoreAsync(maxPerHour: 1);
        var full = Some.Events(3);
        var other = Some.Event();

        await store.RecordAsync([.. full, other], Ct);

        Assert.Single(await store.FindEventsAsync(other.EventId, cancellationToken: Ct));
    }

    [Fact]
    public async Task RecordAsync_NextClockHour_KeepsAgain()
    {
        var store = await CreateStoreAsync(maxPerHour: 2);
        var fingerprint = Some.Fingerprint();
        Time.SetUtcNow(Some.Now.AddMinutes(59));
        await store.RecordAsync(Some.Events(5, fingerprint), Ct);

        Time.SetUtcNow(Some.Now.AddMinutes(60));
        await store.RecordAsync(Some.Events(5, fingerprint), Ct);

        Assert.Equal(10, (await GroupAsync(store, fingerprint)).Count);
        Assert.Equal(4, (await store.GetNewestEventsAsync(fingerprint, cancellationToken: Ct)).Count);
    }

    [Fact]
    public async Task RecordAsync_DuplicatesOfKeptEvents_DoNotUseUpTheCap()
    {
        var store = await CreateStoreAsync(maxPerHour: 2);
        var first = Some.Event();
        await store.RecordAsync([first], Ct);
        await store.RecordAsync([first, first], Ct);
        var second = Some.Event(first.Fingerprint);
        await store.RecordAsync([first, second], Ct);

        Assert.Single(await store.FindEventsAsync(second.EventId, cancellationToken: Ct));
        Assert.Equal(2, (await GroupAsync(store, first.Fingerprint)).Count);
    }

    [Fact]
    public async Task RecordAsync_CapOfZero_CountsAndStillHasASample()
    {
        var store = await CreateStoreAsync(maxPerHour: 0);
        var events = Some.Events(3);

        await store.RecordAsync(events, Ct);

        var group = await GroupAsync(store, events[0].Fingerprint);
        Assert.Equal(3, group.Count);
        AssertSame(events[0], group.Sample);
        Assert.Empty(await store.GetNewestEventsAsync(group.Fingerprint, cancellationToken: Ct));
    }

    [Fact]
    public async Task RecordAsync_KeptIdPastTheCap_IsDuplicate()
    {
        var store = await CreateStoreAsync(maxPerHour: 1);
        var events = Some.Events(2);
        await store.RecordAsync(events, Ct);

        Assert.Equal([RecordOutcome.Duplicate, RecordOutcome.Duplicate], await store.RecordAsync(events, Ct));
        Assert.Equal(2, (await GroupAsync(store, events[0].Fingerprint)).Count);
    }

    [Fact]
    public async Task RecordAsync_CountedIdTwiceInOneBatch_IsDuplicate()
    {
        var store = await CreateStoreAsync(maxPerHour: 0);
        var counted = Some.Event();

        Assert.Equal([RecordOutcome.Recorded, RecordOutcome.Duplicate], await store.RecordAsync([counted, counted], Ct));
        Assert.Equal(1, (await GroupAsync(store, counted.Fingerprint)).Count);
    }

    [Fact]
    public async Task RecordAsync_CountedId_IsRememberedFor25Hours()
    {
        var store = await CreateStoreAsync(maxPerHour: 1);
        var events = Some.Events(2);
        await store.RecordAsync(events, Ct);

        Time.Advance(TimeSpan.FromHours(ErrorLimits.CountedIdHours) - TimeSpan.FromSeconds(1));
        await store.PurgeAsync(Ct);
        var outcomes = await store.RecordAsync([events[1], Some.Event(events[0].Fingerprint)], Ct);

        Assert.Equal([RecordOutcome.Duplicate, RecordOutcome.Recorded], outcomes);
        Assert.Equal(3, (await GroupAsync(store, events[0].Fingerprint)).Count);
    }

    [Fact]
    public async Task RecordAsync_CountedIdsFromManyCallers_CountOnce()
    {
        var store = await CreateStoreAsync(maxPerHour: 0);
        var events = Some.Events(10);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => store.RecordAsync(events, Ct))));

        Assert.Equal(10, (await GroupAsync(store, events[0].Fingerprint)).Count);
    }
}
