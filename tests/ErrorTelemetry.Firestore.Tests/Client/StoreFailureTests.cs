using ErrorTelemetry.Faults;
using ErrorTelemetry.Hosting;

namespace ErrorTelemetry.Client;

public sealed class StoreFailureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FaultKind.PermissionDenied, false, "roles/datastore.user")]
    [InlineData(FaultKind.Unauthenticated, false, "service account's key")]
    [InlineData(FaultKind.NoDatabase, false, "gcloud firestore databases create")]
    [InlineData(FaultKind.Unavailable, true, "trying again later")]
    [InlineData(FaultKind.Aborted, true, "trying again later")]
    public async Task EveryMember_CallRefused_SaysWhatToDo(FaultKind fault, bool isTransient, string advice)
    {
        await using var test = await StoreUnderTest.StartAsync();
        var store = test.NewStore(configure: options => options.RetryBudgetMilliseconds = 200);
        test.Server.Faults.Always = fault;

        foreach (var call in new Func<Task>[]
        {
            () => store.RecordAsync([Some.Event()], Ct), () => store.FindGroupAsync(Some.Fingerprint(), Ct), () => store.FindEventsAsync("some-code", cancellationToken: Ct),
            () => store.QueryGroupsAsync(new GroupQuery(), Ct), () => store.TryChangeTriageAsync(Some.Fingerprint(), 0, Some.Filing(), Ct), () => store.PurgeAsync(Ct),
        })
        {
            var failure = await Assert.ThrowsAsync<ErrorStoreException>(call);
            Assert.Equal(isTransient, failure.IsTransient);
            Assert.Contains(advice, failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task QueryGroupsAsync_IndexesNotDeployed_SaysWhatToDeploy()
    {
        await using var test = await StoreUnderTest.StartAsync(new FirestoreServerOptions { IndexesFile = null });

        var failure = await Assert.ThrowsAsync<ErrorStoreException>(() => test.NewStore().QueryGroupsAsync(new GroupQuery(), Ct));

        Assert.False(failure.IsTransient);
        Assert.Contains("firebase deploy --only firestore:indexes", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindGroupAsync_NobodyListens_IsTransient()
    {
        var test = await StoreUnderTest.StartAsync();
        var store = test.NewStore(configure: options => options.RetryBudgetMilliseconds = 100);
        await test.Server.DisposeAsync();

        Assert.True((await Assert.ThrowsAsync<ErrorStoreException>(() => store.FindGroupAsync(Some.Fingerprint(), Ct))).IsTransient);
        await store.DisposeAsync();
    }

    [Fact]
    public async Task FindGroupAsync_CancelledOnTheWay_GivesUp()
    {
        await using var test = await StoreUnderTest.StartAsync();
        test.Server.Faults.Always = FaultKind.Hang;
        using var cancel = new CancellationTokenSource();

        var finding = test.NewStore().FindGroupAsync(Some.Fingerprint(), cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => finding);
    }

    [Fact]
    public async Task Commit_Always_CarriesTheRoutingHeaders()
    {
        await using var test = await StoreUnderTest.StartAsync();
        await test.NewStore().RecordAsync([Some.Event()], Ct);

        Assert.Equal(
            ["authorization: Bearer owner", "google-cloud-resource-prefix: projects/demo/databases/(default)", "x-goog-request-params: database=projects%2Fdemo%2Fdatabases%2F%28default%29"],
            test.Server.Statistics.Headers.Keys.Order(StringComparer.Ordinal));
    }
}
