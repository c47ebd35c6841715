using Microsoft.AspNetCore.HttpOverrides;

namespace ErrorTelemetry.Ingest;

public sealed class OriginTests
{
    private const string Allowed = "https://shop.example";

    [Theory]
    [InlineData("same-origin", null, true)]
    [InlineData("none", null, true)]
    [InlineData("same-origin", "null", true)]
    [InlineData("same-site", null, false)]
    [InlineData("cross-site", null, false)]
    [InlineData("cross-site", "https://evil.example", false)]
    [InlineData("cross-site", "null", false)]
    [InlineData("cross-site", Allowed, true)]
    [InlineData("same-site", Allowed, true)]
    [InlineData("anything-else", null, false)]
    [InlineData(null, null, true)]
    [InlineData(null, "null", false)]
    [InlineData(null, "https://evil.example", false)]
    [InlineData(null, Allowed, true)]
    [InlineData(null, "HTTPS://SHOP.EXAMPLE", true)]
    [InlineData(null, "https://shop.example:8443", false)]
    [InlineData(null, "http://shop.example", false)]
    [InlineData(null, "https://shop.example.evil.example", false)]
    [InlineData(null, "http://127.0.0.1:1", false)]
    [InlineData(null, "own", true)]
    public async Task Post_FromAPage_IsJudgedByFetchMetadataThenOrigin(string? site, string? origin, bool taken)
    {
        await using var app = await IngestEndpointTests.StartAsync(("ErrorTelemetry:AllowedOrigins:0", Allowed));

        var response = await app.PostAsync(Some.Report(), request =>
        {
            if (site is not null)
                request.Headers.Add("Sec-Fetch-Site", site);
            if (origin is not null)
                request.Headers.TryAddWithoutValidation("Origin", origin == "own" ? app.Address.GetLeftPart(UriPartial.Authority) : origin);
        });

        Assert.Equal(taken ? HttpStatusCode.Accepted : HttpStatusCode.Forbidden, response.StatusCode);
        if (!taken)
        {
            await IngestEndpointTests.AssertProblemAsync(response, "origin");
            Assert.Empty(await app.EventsAsync());
            Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Theory]
    [InlineData("https://public.example", HttpStatusCode.Accepted)]
    [InlineData("http://public.example", HttpStatusCode.Forbidden)]
    [InlineData("https://public.example:444", HttpStatusCode.Forbidden)]
    public async Task Post_BehindAProxy_ComparesWithTheForwardedAddress(string origin, HttpStatusCode status)
    {
        await using var app = await TestApp.StartAsync(
            app =>
            {
                app.UseForwardedHeaders();
                app.MapErrorTelemetry();
            },
            builder => builder.Services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost));

        var response = await app.PostAsync(Some.Report(), request =>
        {
            request.Headers.Add("Origin", origin);
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.Add("X-Forwarded-Host", "public.example");
        });

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Post_FromAnAllowedOrigin_MayReadTheAnswer()
    {
        await using var app = await IngestEndpointTests.StartAsync(("ErrorTelemetry:AllowedOrigins:0", Allowed));

        foreach (var body in (string[])["not JSON", System.Text.Json.JsonSerializer.Serialize(Some.Report(), Json.ErrorTelemetryJson.Report)])
        {
            var response = await app.PostAsync(body, change: request => request.Headers.Add("Origin", Allowed));

            Assert.Equal([Allowed], response.Headers.GetValues("Access-Control-Allow-Origin"));
            Assert.Equal(["x-correlation-id, retry-after"], response.Headers.GetValues("Access-Control-Expose-Headers"));
            Assert.Contains("Origin", response.Headers.Vary);
            Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
        }
    }

    [Theory]
    [InlineData(Allowed, HttpStatusCode.NoContent)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task Options_IsAnsweredForAllowedOriginsOnly(string origin, HttpStatusCode status)
    {
        await using var app = await IngestEndpointTests.StartAsync(("ErrorTelemetry:AllowedOrigins:0", Allowed));
        using var request = new HttpRequestMessage(HttpMethod.Options, TestApp.IngestPath);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type,x-hostile");

        var response = await app.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.True(response.Headers.Contains("x-correlation-id"));
        Assert.Equal(status == HttpStatusCode.NoContent, response.Headers.Contains("Access-Control-Allow-Origin"));
        if (status != HttpStatusCode.NoContent)
            return;
        Assert.Equal([Allowed], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(["POST"], response.Headers.GetValues("Access-Control-Allow-Methods"));
        Assert.Equal(["content-type, x-correlation-id"], response.Headers.GetValues("Access-Control-Allow-Headers"));
    }

    [Fact]
    public async Task AllowedOrigins_Star_AllowsEveryPageWithoutNamingIt()
    {
        await using var app = await IngestEndpointTests.StartAsync(("ErrorTelemetry:AllowedOrigins:0", "*"));

        var response = await app.PostAsync(Some.Report(), request => request.Headers.Add("Origin", "https://anybody.example"));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(HttpStatusCode.Forbidden, (await app.PostAsync(Some.Report(), request => request.Headers.Add("Origin", "null"))).StatusCode);
    }
}
