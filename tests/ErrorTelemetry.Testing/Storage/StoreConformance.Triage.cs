namespace ErrorTelemetry.Storage;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task TryChangeTriageAsync_ExpectedVersion_WritesTheStateAndItsVersion()
    {
        var store = await CreateStoreAsync();
        var fingerprint = await RecordOneAsync(store);
        Time.Advance(TimeSpan.FromMinutes(1));
        var next = new TriageState
        {
            Status = TriageStatus.Resolved, Version = 99, Claim = new TriageClaim("runner", Some.Now.AddMinutes(15)), Issue = Some.Issue(), Category = "null-reference",
            ResolvedIn = "1.5.0", ResolvedAt = Some.Now, IgnoreUntil = new IgnoreUntil(Some.Now.AddDays(1), 100), ReportedCount = 12, Regressions = 2, Comments = 3,
            ChangedAt = Some.Now.AddYears(-1),
        };

        var written = await store.TryChangeTriageAsync(fingerprint, 0, next, Ct);

        Assert.Equal(next with { Version = 1, ChangedAt = Some.Now.AddMinutes(1) }, written);
        Assert.Equal(written, (await GroupAsync(store, fingerprint)).Triage);
    }

    [Fact]
    public async Task TryChangeTriageAsync_StaleOrFutureVersion_ChangesNothing()
    {
        var store = await CreateStoreAsync();
        var fingerprint = await RecordOneAsync(store);
        var first = await store.TryChangeTriageAsync(fingerprint, 0, Some.Filing(), Ct);

        Assert.Null(await store.TryChangeTriageAsync(fingerprint, 0, TriageState.New, Ct));
        Assert.Null(await store.TryChangeTriageAsync(fingerprint, 2, TriageState.New, Ct));
        Assert.Equal(first, (await GroupAsync(store, fingerprint)).Triage);

        var second = await store.TryChangeTriageAsync(fingerprint, 1, TriageState.New, Ct);
        Assert.Equal(2, second?.Version);
        Assert.Equal(second, (await GroupAsync(store, fingerprint)).Triage);
    }

    [Fact]
    public async Task TryChangeTriageAsync_UnknownGroup_IsNull()
    {
        var store = await CreateStoreAsync();
        var unknown = Some.Fingerprint();

        Assert.Null(await store.TryChangeTriageAsync(unknown, 0, Some.Filing(), Ct));
        Assert.Null(await store.FindGroupAsync(unknown, Ct));
    }

    [Fact]
    public async Task TryChangeTriageAsync_ByAnotherClaimant_NeedsTheVersionOfTheLapsedClaim()
    {
        var store = await CreateStoreAsync();
        var fingerprint = await RecordOneAsync(store);
        await store.TryChangeTriageAsync(fingerprint, 0, Some.Filing("one"), Ct);
        Time.Advance(TimeSpan.FromMinutes(16));

        Assert.NotNull(await store.TryChangeTriageAsync(fingerprint, 1, Some.Filing("two", Time.GetUtcNow()), Ct));
        Assert.Null(await store.TryChangeTriageAsync(fingerprint, 1, new TriageState { Status = TriageStatus.Triaged }, Ct));
        Assert.Equal("two", (await GroupAsync(store, fingerprint)).Triage.Claim?.Owner);
    }

    [Fact]
    public async Task RecordAsync_AfterTriage_LeavesTheStateAlone()
    {
        var store = await CreateStoreAsync();
        var fingerprint = await RecordOneAsync(store);
        var state = await store.TryChangeTriageAsync(fingerprint, 0, new TriageState { Status = TriageStatus.Ignored }, Ct);

        await store.RecordAsync(Some.Events(3, fingerprint, Some.Now.AddDays(1)), Ct);

        var group = await GroupAsync(store, fingerprint);
        Assert.Equal(state, group.Triage);
        Assert.Equal(4, group.Count);
    }

    private static async Task<string> RecordOneAsync(IErrorStore store)
    {
        var one = Some.Event();
        await store.RecordAsync([one], Ct);
        return one.Fingerprint;
    }
}
