using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry;

public sealed class RegistrationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Use_Map_With_NotRegistered_SayWhatToCall()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();

        Assert.Contains("AddErrorTelemetry()", Assert.Throws<InvalidOperationException>(() => app.UseErrorTelemetry()).Message);
        Assert.Contains("AddErrorTelemetry()", Assert.Throws<InvalidOperationException>(() => app.MapErrorTelemetry()).Message);
    }

    [Fact]
    public async Task Use_WrongConfiguration_FailsAtStartWithEveryFault()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddErrorTelemetry();
        builder.Set(("ErrorTelemetry:RateLimit:AddressBurst", "0"), ("ErrorTelemetry:AllowedOrigins:0", "x"));
        await using var app = builder.Build();

        var failure = Assert.Throws<OptionsValidationException>(() => app.UseErrorTelemetry());

        Assert.Equal(2, failure.Failures.Count());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TestServer_ExceptionThatLeavesThePipeline_IsOneEventAndTheTestSeesTheException(bool filter)
    {
        using var host = await StartTestServerAsync(app =>
        {
            if (!filter)
                app.UseErrorTelemetry();
            app.UseRouting();
            app.UseEndpoints(endpoints =>
            {
                var endpoint = endpoints.MapGet("/broken", string () => throw new InvalidOperationException("on the test server"));
                if (filter)
                    endpoint.WithErrorTelemetry();
            });
        });

        var seen = await Assert.ThrowsAsync<InvalidOperationException>(() => host.GetTestClient().GetAsync("/broken", Cancel));

        Assert.Equal("on the test server", seen.Message);
        await host.Services.GetRequiredService<IErrorReporter>().FlushAsync(TimeSpan.FromSeconds(30), Cancel);
        var group = Assert.Single((await host.Services.GetRequiredService<IErrorStore>().QueryGroupsAsync(new GroupQuery(), Cancel)).Groups);
        Assert.Equal("/broken", group.Sample.Route);
        Assert.Equal(1, group.Count);
    }

    [Fact]
    public async Task TestServer_Ingest_Works()
    {
        using var host = await StartTestServerAsync(app =>
        {
            app.UseRouting();
            app.UseEndpoints(endpoints => endpoints.MapErrorTelemetry());
        });

        var report = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Some.Report(), Json.ErrorTelemetryJson.Report);
        using var content = new ByteArrayContent(report);
        content.Headers.ContentType = new("application/json");
        var response = await host.GetTestClient().PostAsync(TestApp.IngestPath, content, Cancel);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    private static Task<IHost> StartTestServerAsync(Action<IApplicationBuilder> configure) => new HostBuilder()
        .ConfigureWebHost(web => web
            .UseTestServer()
            .ConfigureServices(services =>
            {
                services.AddRouting();
                services.AddErrorTelemetry();
            })
            .Configure(configure))
        .StartAsync(Cancel);
}
