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
}
