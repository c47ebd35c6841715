using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ErrorTelemetry.Ingest;

public sealed class StoreTroubleTests
{
    [Fact]
    public async Task Post_StoreFails_Is503WithRetryAfter()
    {
        await using var app = await TestApp.StartAsync(
            app => app.MapErrorTelemetry(),
            builder => builder.Services.Replace(ServiceDescriptor.Singleton<IErrorStore, BrokenStore>()));

        var response = await app.PostAsync(Some.Report());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.True(response.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        await IngestEndpointTests.AssertProblemAsync(response, "store");
        Assert.DoesNotContain("errors.db", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Post_StoreFails_IsNoServerErrorOfTheApps()
    {
        var asked = false;
        await using var app = await TestApp.StartAsync(
            app => app.MapErrorTelemetry(),
            builder =>
            {
                builder.Services.Replace(ServiceDescriptor.Singleton<IErrorStore, BrokenStore>());
                builder.Services.AddErrorTelemetry().ConfigureAspNetCore(options => options.ShouldCapture = (_, _) => asked = true);
            });

        await app.PostAsync(Some.Report());

        Assert.False(asked);
    }

    [Fact]
    public async Task Post_NoRoomInTheQueue_Is503BeforeTheBodyIsLookedAt()
    {
        var store = new SlowStore();
        await using var app = await TestApp.StartAsync(
            app => app.MapErrorTelemetry(),
            builder =>
            {
                builder.Services.Replace(ServiceDescriptor.Singleton<IErrorStore>(store));
                builder.Services.Configure<ErrorProcessingOptions>(options => (options.WriterQueueCapacity, options.MaxBatchEvents) = (1, 1));
                builder.Services.AddErrorTelemetry().ConfigureAspNetCore(options => options.RateLimit.Enabled = false);
            });
        var first = app.PostAsync(Some.Report());
        await store.Entered;
        var second = app.PostAsync(Some.Report());

        var refused = await app.PostAsync("no JSON");
        while (refused.StatusCode == HttpStatusCode.BadRequest)
            refused = await app.PostAsync("no JSON");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        await IngestEndpointTests.AssertProblemAsync(refused, "queue-full");
        store.Release();
        Assert.All(await Task.WhenAll(first, second), response => Assert.Equal(HttpStatusCode.Accepted, response.StatusCode));
    }
}
