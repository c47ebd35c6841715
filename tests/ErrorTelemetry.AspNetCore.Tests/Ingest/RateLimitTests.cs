using Microsoft.AspNetCore.HttpOverrides;

namespace ErrorTelemetry.Ingest;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Address_PastItsBurst_Is429BeforeTheBodyIsRead()
    {
        await using var app = await IngestEndpointTests.StartAsync(
            ("ErrorTelemetry:RateLimit:AddressBurst", "2"), ("ErrorTelemetry:RateLimit:AddressPerMinute", "1"));
        await app.PostAsync(Some.Report());
        await app.PostAsync("not JSON");

        var response = await app.PostAsync("not JSON either");

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), response.Headers.RetryAfter!.Delta);
        await IngestEndpointTests.AssertProblemAsync(response, "address");
        Assert.Single(await app.EventsAsync());
    }

    [Fact]
    public async Task Session_PastItsBurst_Is429AndOtherSessionsGoOn()
    {
        await using var app = await IngestEndpointTests.StartAsync(
            ("ErrorTelemetry:RateLimit:SessionBurst", "1"), ("ErrorTelemetry:RateLimit:SessionPerMinute", "1"));
        await app.PostAsync(Some.Report() with { SessionId = "a" });

        var response = await app.PostAsync(Some.Report() with { SessionId = "a" });

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), response.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.Accepted, (await app.PostAsync(Some.Report() with { SessionId = "b" })).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await app.PostAsync(Some.Report() with { SessionId = null })).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await app.PostAsync(Some.Report() with { SessionId = null })).StatusCode);
    }

    [Fact]
    public async Task Defaults_AreThoseOfTheContract()
    {
        await using var app = await IngestEndpointTests.StartAsync();

        for (var i = 0; i < 60; i++)
            Assert.Equal(HttpStatusCode.Accepted, (await app.PostAsync(Some.Report() with { SessionId = "one" })).StatusCode);

        Assert.Equal((120, 60, 60, 30), (new ErrorTelemetryRateLimitOptions() is var limits ? limits.AddressBurst : 0, limits.AddressPerMinute, limits.SessionBurst, limits.SessionPerMinute));
    }

    [Fact]
    public async Task Address_BehindAProxy_IsTheForwardedOne()
    {
        await using var app = await TestApp.StartAsync(
            app =>
            {
                app.UseForwardedHeaders();
                app.MapErrorTelemetry();
            },
            builder =>
            {
                builder.Services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor);
                builder.Set(("ErrorTelemetry:RateLimit:AddressBurst", "1"), ("ErrorTelemetry:RateLimit:AddressPerMinute", "1"));
            });

        Assert.Equal(HttpStatusCode.Accepted, await PostFromAsync("2001:db8:1:2::1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await PostFromAsync("2001:db8:1:2:3::9"));
        Assert.Equal(HttpStatusCode.Accepted, await PostFromAsync("2001:db8:1:3::1"));

        async Task<HttpStatusCode> PostFromAsync(string address) =>
            (await app.PostAsync(Some.Report(), request => request.Headers.Add("X-Forwarded-For", address))).StatusCode;
    }

    [Fact]
    public async Task CrossOriginFlood_DoesNotUseUpTheBucketOfTheVisitorsAddress()
    {
        await using var app = await IngestEndpointTests.StartAsync(("ErrorTelemetry:RateLimit:AddressBurst", "1"));

        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Forbidden, (await app.PostAsync(Some.Report(), request => request.Headers.Add("Sec-Fetch-Site", "cross-site"))).StatusCode);

        Assert.Equal(HttpStatusCode.Accepted, (await app.PostAsync(Some.Report())).StatusCode);
    }

    [Fact]
    public async Task Off_LimitsNothing()
    {
        await using var app = await IngestEndpointTests.StartAsync(
            ("ErrorTelemetry:RateLimit:Enabled", "false"), ("ErrorTelemetry:RateLimit:AddressBurst", "1"), ("ErrorTelemetry:RateLimit:SessionBurst", "1"));

        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Accepted, (await app.PostAsync(Some.Report())).StatusCode);
    }
}
