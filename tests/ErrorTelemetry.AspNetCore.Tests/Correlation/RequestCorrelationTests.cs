using System.Diagnostics;
using ErrorTelemetry.Processing.Validation;
using Microsoft.Extensions.Logging;

namespace ErrorTelemetry.Correlation;

public sealed class RequestCorrelationTests
{
    private const string HeaderName = "x-correlation-id";

    [Fact]
    public async Task NoHeader_TheTraceIdIsTheIdAndNeedsNoScope()
    {
        await using var app = await StartAsync();

        var response = await app.GetAsync("/id");

        var id = Assert.Single(response.Headers.GetValues(HeaderName));
        Assert.Equal(id, await BodyAsync(response));
        Assert.Matches("^[0-9a-f]{32}$", id);
        var line = Assert.Single(app.Logs.Lines, line => line.Category == "App");
        Assert.DoesNotContain(line.Scopes, scope => scope.Contains("CorrelationId", StringComparison.Ordinal));
        Assert.Contains(line.Scopes, scope => scope.Contains(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ValidHeader_IsTheIdOfResponseScopeAccessorAndEvent()
    {
        await using var app = await StartAsync();
        var id = Some.CorrelationId();

        var response = await GetAsync(app, "/id", id);

        Assert.Equal([id], response.Headers.GetValues(HeaderName));
        Assert.Equal(id, await BodyAsync(response));
        Assert.Contains("CorrelationId:" + id, Assert.Single(app.Logs.Lines, line => line.Category == "App").Scopes);

        await GetAsync(app, "/throw", id);
        Assert.Equal(id, (await app.SingleEventAsync()).CorrelationId);
    }

    [Fact]
    public async Task ValidHeader_WithTheFilterAlone_IsTheIdOfResponseScopeAndAccessorToo()
    {
        await using var app = await TestApp.StartBareAsync(app => app.MapGet("/id", Asked).WithErrorTelemetry());
        var id = Some.CorrelationId();

        var response = await GetAsync(app, "/id", id);

        Assert.Equal([id], response.Headers.GetValues(HeaderName));
        Assert.Equal(id, await BodyAsync(response));
        Assert.Contains("CorrelationId:" + id, Assert.Single(app.Logs.Lines, line => line.Category == "App").Scopes);
    }

    [Fact]
    public async Task ValidHeader_OfOneRequest_IsNotTheIdOfTheNext()
    {
        await using var app = await StartAsync();
        var id = Some.CorrelationId();
        await GetAsync(app, "/id", id);

        var response = await app.GetAsync("/id");

        Assert.NotEqual(id, await BodyAsync(response));
        Assert.Equal(await BodyAsync(response), Assert.Single(response.Headers.GetValues(HeaderName)));
    }

    public static TheoryData<string> InvalidIds => ["short", "with space in it", "<script>alert</script>", new string('a', 129), new string('a', 16 * 1024), "semicolon;id"];

    [Theory]
    [MemberData(nameof(InvalidIds))]
    public async Task InvalidHeader_IsReplacedAndNeverEchoedLoggedOrStored(string invalid)
    {
        await using var app = await TestApp.StartAsync(
            app =>
            {
                app.MapErrorTelemetry();
                app.MapGet("/throw", string () => throw new InvalidOperationException("thrown"));
            });
        app.Client.DefaultRequestHeaders.TryAddWithoutValidation(HeaderName, invalid);

        var ingest = await app.PostAsync(Some.Report() with { CorrelationId = null });
        var thrown = await app.GetAsync("/throw");

        Assert.Equal(HttpStatusCode.Accepted, ingest.StatusCode);
        var id = Assert.Single(ingest.Headers.GetValues(HeaderName));
        Assert.True(Identifiers.IsCorrelationId(id));
        Assert.NotEqual(invalid, id);
        Assert.Equal(HttpStatusCode.InternalServerError, thrown.StatusCode);
        var events = await app.EventsAsync();
        Assert.Equal(2, events.Count);
        Assert.All(events, stored => Assert.NotEqual(invalid, stored.CorrelationId));
        Assert.DoesNotContain(app.Logs.Lines, line => line.Text.Contains(invalid, StringComparison.Ordinal) || line.Scopes.Any(scope => scope.Contains(invalid, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task TwoHeaders_AreAsNone()
    {
        await using var app = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/id");
        request.Headers.Add(HeaderName, [Some.CorrelationId(), Some.CorrelationId()]);

        var response = await app.SendAsync(request);

        Assert.Matches("^[0-9a-f]{32}$", Assert.Single(response.Headers.GetValues(HeaderName)));
    }

    [Fact]
    public async Task NoActivity_ANewIdStaysWithTheRequest()
    {
        await using var app = await TestApp.StartBareAsync(app =>
        {
            app.Use((context, next) =>
            {
                context.Features.Set<Microsoft.AspNetCore.Http.Features.IHttpActivityFeature>(null);
                Activity.Current = null;
                return next(context);
            });
            app.UseErrorTelemetry();
            app.UseExceptionHandler(error => error.Run(_ => Task.CompletedTask));
            app.MapGet("/throw", string () => throw new InvalidOperationException("thrown"));
            app.MapGet("/id", (ICorrelationIdAccessor accessor) => accessor.Current);
        });

        var response = await app.GetAsync("/throw");
        var asked = await app.GetAsync("/id");

        Assert.Equal((await app.SingleEventAsync()).CorrelationId, Assert.Single(response.Headers.GetValues(HeaderName)));
        Assert.Equal(await BodyAsync(asked), Assert.Single(asked.Headers.GetValues(HeaderName)));
        Assert.NotEqual(response.Headers.GetValues(HeaderName), asked.Headers.GetValues(HeaderName));
    }

    [Fact]
    public async Task HeaderOfTheHostsOwn_Stays()
    {
        await using var app = await TestApp.StartAsync(app => app.MapGet("/own", (HttpResponse response) =>
        {
            response.Headers[HeaderName] = "the-hosts-own";
        }));

        Assert.Equal(["the-hosts-own"], (await app.GetAsync("/own")).Headers.GetValues(HeaderName));
    }

    [Fact]
    public async Task Ingest_TakesTheHeaderThenTheBodyThenTheTrace()
    {
        await using var app = await TestApp.StartAsync(app => app.MapErrorTelemetry());
        var header = Some.CorrelationId();
        var report = Some.Report();

        var first = await app.PostAsync(report, request => request.Headers.Add(HeaderName, header));
        var second = await app.PostAsync(Some.Report() with { CorrelationId = report.CorrelationId });
        var third = await app.PostAsync(Some.Report() with { CorrelationId = null });
        var fourth = await app.PostAsync(Some.Report() with { CorrelationId = "not valid" });

        Assert.Equal([header], first.Headers.GetValues(HeaderName));
        Assert.Equal([report.CorrelationId], second.Headers.GetValues(HeaderName));
        Assert.Matches("^[0-9a-f]{32}$", Assert.Single(third.Headers.GetValues(HeaderName)));
        Assert.Matches("^[0-9a-f]{32}$", Assert.Single(fourth.Headers.GetValues(HeaderName)));
        foreach (var response in (HttpResponseMessage[])[first, second, third, fourth])
            Assert.Single(await app.Store.FindEventsAsync(response.Headers.GetValues(HeaderName).Single(), 10, TestContext.Current.CancellationToken));
    }

    private static Task<TestApp> StartAsync() => TestApp.StartAsync(app =>
    {
        app.MapGet("/id", Asked);
        app.MapGet("/throw", string () => throw new InvalidOperationException("thrown"));
    });

    private static string? Asked(ICorrelationIdAccessor accessor, ILoggerFactory loggers)
    {
        loggers.CreateLogger("App").LogInformation("asked");
        return accessor.Current;
    }

    private static Task<HttpResponseMessage> GetAsync(TestApp app, string path, string id)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(HeaderName, id);
        return app.SendAsync(request);
    }

    private static Task<string> BodyAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
