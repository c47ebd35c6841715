using ErrorTelemetry.Faults;

namespace ErrorTelemetry.Writing;

/// <summary>Nothing that happened counts twice because nobody heard that it happened.</summary>
public sealed class LostAnswerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<FaultKind, int> FaultsAndCaps => new([FaultKind.LostAnswer, FaultKind.ResetStream, FaultKind.Unavailable, FaultKind.Aborted], [0, 2, 100]);

    [Theory]
    [MemberData(nameof(FaultsAndCaps))]
    public async Task RecordAsync_CommitFailsInEveryWay_CountsOnce(FaultKind fault, int cap)
    {
        await using var test = await StoreUnderTest.StartAsync();
        var store = test.NewStore(new ErrorStorageOptions { MaxStoredEventsPerGroupPerHour = cap });
        var events = Some.Events(5);
        test.Server.Faults.Script("Commit", fault, fault);

        Assert.All(await store.RecordAsync(events, Ct), outcome => Assert.Equal(RecordOutcome.Recorded, outcome));

        Assert.Equal(5, (await store.FindGroupAsync(events[0].Fingerprint, Ct))!.Count);
        Assert.Equal(Math.Min(cap, 5), (await store.GetNewestEventsAsync(events[0].Fingerprint, cancellationToken: Ct)).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(100)]
    public async Task RecordAsync_AgainAfterAFailureThatHappenedAllTheSame_CountsOnce(int cap)
    {
        await using var test = await StoreUnderTest.StartAsync();
        var store = test.NewStore(new ErrorStorageOptions { MaxStoredEventsPerGroupPerHour = cap }, configure: options => options.RetryBudgetMilliseconds = 0);
        var events = Some.Events(5);
        test.Server.Faults.Script("Commit", FaultKind.LostAnswer);

        var failure = await Assert.ThrowsAsync<ErrorStoreException>(() => store.RecordAsync(events, Ct));
        Assert.True(failure.IsTransient);
        Assert.All(await store.RecordAsync(events, Ct), outcome => Assert.Equal(RecordOutcome.Recorded, outcome));

        Assert.Equal(5, (await store.FindGroupAsync(events[0].Fingerprint, Ct))!.Count);
    }

    [Fact]
    public async Task RecordAsync_AgainInOtherBatchesAfterAFailure_CountsOnce()
    {
        await using var test = await StoreUnderTest.StartAsync();
        var store = test.NewStore(new ErrorStorageOptions { MaxStoredEventsPerGroupPerHour = 2 }, configure: options => options.RetryBudgetMilliseconds = 0);
        var events = Some.Events(6);
        test.Server.Faults.Script("Commit", FaultKind.LostAnswer);
        await Assert.ThrowsAsync<ErrorStoreException>(() => store.RecordAsync(events, Ct));

        foreach (var one in events.Reverse())
            await store.RecordAsync([one, Some.Event(one.Fingerprint)], Ct);

        Assert.Equal(12, (await store.FindGroupAsync(events[0].Fingerprint, Ct))!.Count);
    }

    [Fact]
    public async Task RecordAsync_CommitThatHangs_IsGivenUpAndTriedAgain()
    {
        await using var test = await StoreUnderTest.StartAsync();
        var store = test.NewStore(configure: options => options.CallTimeoutMilliseconds = 300);
        test.Server.Faults.Script("Commit", FaultKind.Hang);
        var one = Some.Event();

        Assert.Equal([RecordOutcome.Recorded], await store.RecordAsync([one], Ct));
        Assert.Equal(1, (await store.FindGroupAsync(one.Fingerprint, Ct))!.Count);
    }

    [Fact]
    public async Task TryChangeTriageAsync_CommitWhoseAnswerWasLost_IsKnownForItsOwn()
    {
        await using var test = await StoreUnderTest.StartAsync();
        var store = test.NewStore();
        var one = Some.Event();
        await store.RecordAsync([one], Ct);
        test.Server.Faults.Script("Commit", FaultKind.LostAnswer);

        var state = await store.TryChangeTriageAsync(one.Fingerprint, 0, new TriageState { Status = TriageStatus.Ignored }, Ct);

        Assert.Equal(1, state?.Version);
        Assert.Equal(state, (await store.FindGroupAsync(one.Fingerprint, Ct))!.Triage);
    }
}
