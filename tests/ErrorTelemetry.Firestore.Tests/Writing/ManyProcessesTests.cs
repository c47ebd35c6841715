namespace ErrorTelemetry.Writing;

/// <summary>Two stores over one server are two processes, as far as Firestore can tell.</summary>
public sealed class ManyProcessesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RecordAsync_EventThatAnotherProcessKept_IsDuplicate()
    {
        await using var test = await StoreUnderTest.StartAsync();
        var (one, other) = (test.NewStore(), test.NewStore());
        var events = Some.Events(4);
        await one.RecordAsync(events[..2], Ct);

        var outcomes = await other.RecordAsync(events, Ct);

        Assert.Equal([RecordOutcome.Duplicate, RecordOutcome.Duplicate, RecordOutcome.Recorded, RecordOutcome.Recorded], outcomes);
        Assert.Equal(4, (await one.FindGroupAsync(events[0].Fingerprint, Ct))!.Count);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task RecordAsync_KeptElsewhereButOnlyCountedHere_IsLookedForUnlessSwitchedOff(bool lookUp, long count)
    {
        await using var test = await StoreUnderTest.StartAsync();
        var kept = Some.Event();
        await test.NewStore().RecordAsync([kept], Ct);
        var other = test.NewStore(new ErrorStorageOptions { MaxStoredEventsPerGroupPerHour = 0 }, configure: options => options.LookUpCountedEvents = lookUp);

        await other.RecordAsync([kept], Ct);

        Assert.Equal(count, (await other.FindGroupAsync(kept.Fingerprint, Ct))!.Count);
    }

    [Fact]
    public async Task RecordAsync_BothFoundTheSameGroups_CountEveryEvent()
    {
        await using var test = await StoreUnderTest.StartAsync();
        var stores = Enumerable.Range(0, 4).Select(_ => test.NewStore()).ToArray();
        var fingerprints = Enumerable.Range(0, 20).Select(_ => Some.Fingerprint()).ToArray();

        await Task.WhenAll(stores.Select((store, i) => store.RecordAsync([.. fingerprints.Select(f => Some.Event(f) with { Release = $"1.{i}", Environment = $"e{i}" })], Ct)));

        foreach (var fingerprint in fingerprints)
        {
            var group = (await stores[0].FindGroupAsync(fingerprint, Ct))!;
            Assert.Equal(4, group.Count);
            Assert.Equal(["1.0", "1.1", "1.2", "1.3"], group.Releases.Select(release => release.Name).Order(StringComparer.Ordinal));
            Assert.All(group.Releases, release => Assert.Equal(1, release.Count));
            Assert.Equal(["e0", "e1", "e2", "e3"], group.Environments.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task RecordAsync_GroupThatAnotherProcessDeleted_BeginsANewOne()
    {
        await using var test = await StoreUnderTest.StartAsync();
        var (one, other) = (test.NewStore(), test.NewStore());
        var fingerprint = Some.Fingerprint();
        await one.RecordAsync(Some.Events(3, fingerprint), Ct);
        Assert.True(await other.DeleteGroupAsync(fingerprint, Ct));
        var next = Some.Event(fingerprint) with { Title = "new" };

        await one.RecordAsync([next], Ct);

        var group = (await other.FindGroupAsync(fingerprint, Ct))!;
        Assert.Equal((1, "new"), (group.Count, group.Title));
    }

    [Fact]
    public async Task TryChangeTriageAsync_TwoRunnersOfTwoProcesses_OneClaims()
    {
        await using var test = await StoreUnderTest.StartAsync();
        var one = Some.Event();
        var stores = Enumerable.Range(0, 6).Select(_ => test.NewStore()).ToArray();
        await stores[0].RecordAsync([one], Ct);

        var claims = await Task.WhenAll(stores.Select((store, i) => store.TryChangeTriageAsync(one.Fingerprint, 0, Some.Filing($"runner-{i}"), Ct)));

        Assert.Single(claims, claim => claim is not null);
    }
}
