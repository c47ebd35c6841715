using ErrorTelemetry.Documents;

namespace ErrorTelemetry.Writing;

public sealed class CommitSizeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RecordAsync_MoreBytesThanOneCommitTakes_IsSplit()
    {
        await using var test = await StoreUnderTest.StartAsync();
        var store = test.NewStore();
        var stack = new string('s', ErrorLimits.StackChars);
        var events = Enumerable.Range(0, 150).Select(_ => Some.Event() with { Stack = stack, Causes = [.. Enumerable.Repeat(new ErrorCause("T", "m", stack), ErrorLimits.CauseCount)] }).ToList();

        await store.RecordAsync(events, Ct);

        Assert.InRange(test.Server.Statistics.Calls["Commit"], 3, 10);
        Assert.Equal(150, (await store.QueryGroupsAsync(new GroupQuery { Limit = 500 }, Ct)).Groups.Count);
    }

    [Fact]
    public async Task RecordAsync_MoreWritesThanOneCommitTakes_IsSplit()
    {
        await using var test = await StoreUnderTest.StartAsync();
        var store = test.NewStore();

        await store.RecordAsync([.. Enumerable.Range(0, 600).Select(_ => Some.Event())], Ct);

        Assert.InRange(test.Server.Statistics.Calls["Commit"], 3, 4);
        Assert.Equal(1200, test.Server.Statistics.Writes.Values.Sum());
    }

    [Fact]
    public async Task RecordAsync_OneDocumentThatFirestoreNeverTakes_DoesNotHoldUpTheOthers()
    {
        await using var test = await StoreUnderTest.StartAsync();
        var store = test.NewStore();
        var tooLarge = Some.Event() with { Stack = new string('x', 1_100_000) };
        var others = Some.Events(10);

        var failure = await Assert.ThrowsAsync<ErrorStoreException>(() => store.RecordAsync([.. others[..5], tooLarge, .. others[5..]], Ct));

        Assert.False(failure.IsTransient);
        Assert.Equal(10, (await store.FindGroupAsync(others[0].Fingerprint, Ct))!.Count);
        Assert.All(await store.RecordAsync(others, Ct), outcome => Assert.Equal(RecordOutcome.Duplicate, outcome));
    }

    [Fact]
    public void EventSize_AnyEvent_IsNoLessThanItsDocument()
    {
        var text = new string('日', 500);
        ErrorEvent[] events =
        [
            Some.Event(),
            Some.Event() with { Message = text, Stack = text, Url = text, Route = text, Title = text, Type = text, Culprit = text, ComponentStack = text },
            Some.Event() with { Causes = [.. Enumerable.Repeat(new ErrorCause("", "", ""), 50)], Breadcrumbs = [.. Enumerable.Repeat(new Breadcrumb(Some.Now, "", ""), 50)] },
            Some.Event() with { Tags = Enumerable.Range(0, 50).ToDictionary(i => $"__{i}__", i => text), Redactions = Enumerable.Range(0, 50).ToDictionary(i => $"{i}", i => i) },
        ];

        Assert.All(events, e => Assert.InRange(EventDocument.ToMap(e).CalculateSize(), 0, EventSize.Of(e)));
    }
}
