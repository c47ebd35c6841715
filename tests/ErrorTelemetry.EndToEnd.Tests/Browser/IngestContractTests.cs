using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ErrorTelemetry.Browser;

/// <summary>The module against the ingest endpoint itself, instead of one that accepts anything.</summary>
[Trait("Category", "Slow")]
public sealed class IngestContractTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Reports_OfEveryKind_AreRecorded()
    {
        await using var app = await StartAppAsync();
        var page = await OpenAsync(origin: app.Urls.First());

        await page.EvaluateAsync(Later("throw new TypeError('thrown', { cause: new Error('why') })"));
        await page.EvaluateAsync(Later("Promise.reject({ code: 7 })"));
        await page.EvaluateAsync("new Promise(done => { const i = new Image(); i.onerror = () => setTimeout(done); i.src = '/missing.png'; document.body.append(i); })");
        await page.EvaluateAsync("""errorTelemetry.submit(JSON.stringify({ message: "from .NET", type: "System.InvalidOperationException", stack: "   at Shop.Cart.Pay()", mechanism: "renderer", breadcrumbs: [], causes: [], tags: {}, componentStack: null }))""");
        await page.EvaluateAsync("errorTelemetry.report('by hand', { tags: { count: 7, none: null }, correlationId: errorTelemetry.newReferenceCode(), fingerprint: ['{{default}}', 'checkout'] })");
        await AnsweredAsync(page, 5);

        var events = await EventsAsync(app);
        Assert.Equal(
            ["manual: by hand", "onerror: thrown", "renderer: from .NET", "resource: Failed to load img", "unhandledrejection: {\"code\":7}"],
            events.Select(e => $"{e.Mechanism}: {e.Message}".Split(" http")[0]).Order(StringComparer.Ordinal));
        Assert.All(events, e => Assert.Equal(Pages.PageId, e.PageId));
        Assert.Equal("   at Shop.Cart.Pay()", Assert.Single(events, e => e.Mechanism == "renderer").Stack);
        Assert.Equal("Error", Assert.Single(Assert.Single(events, e => e.Mechanism == "onerror").Causes).Type);
    }

    [Fact]
    public async Task Reports_OfTheLargestKind_FitTheBodyAndAreRecorded()
    {
        await using var app = await StartAppAsync();
        var page = await OpenAsync(origin: app.Urls.First());

        await page.EvaluateAsync("""
            () => {
                const big = (text, cause) => { const e = new Error(text.repeat(4000), { cause }); e.stack = `Error\n    at ${text}`.repeat(4000); return e; };
                let error;
                for (let i = 0; i < 9; i++) error = big('ü\u{1F600} \ud800', error);
                for (let i = 0; i < 40; i++) errorTelemetry.addBreadcrumb('ü'.repeat(900), '\u{1F600}'.repeat(900));
                const tags = {};
                for (let i = 0; i < 40; i++) tags[i + 'ü'.repeat(90)] = 'ü '.repeat(400);
                errorTelemetry.report(error, { tags, route: '/ü'.repeat(4000), componentStack: 'ü '.repeat(9000) });
            }
            """);
        await AnsweredAsync(page, 1);

        var recorded = Assert.Single(await EventsAsync(app));
        Assert.Equal((5, 30, 20), (recorded.Causes.Count, recorded.Breadcrumbs.Count, recorded.Tags.Count));
        Assert.InRange(await page.EvaluateAsync<int>("requests[0].length"), 1, ErrorLimits.BodyBytes);
    }

    [Fact]
    public async Task Report_ToAnotherOriginThatAllowsThePage_IsRecorded()
    {
        await using var app = await StartAppAsync(Host.Origin);
        var script = Pages.Script.Replace(PageHost.IngestPath, app.Urls.First() + PageHost.IngestPath, StringComparison.Ordinal);
        var page = await OpenAsync(Pages.WithModule(script: script));

        await page.EvaluateAsync("errorTelemetry.report('from afar')");
        await AnsweredAsync(page, 1);

        Assert.Equal("from afar", Assert.Single(await EventsAsync(app)).Message);
    }

    private static async Task<IReadOnlyList<ErrorEvent>> EventsAsync(WebApplication app) =>
        await app.Services.GetRequiredService<IErrorStore>().FindEventsAsync(Pages.PageId, cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<WebApplication> StartAppAsync(string? allowedOrigin = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var telemetry = builder.Services.AddErrorTelemetry();
        if (allowedOrigin is not null)
            telemetry.ConfigureAspNetCore(options => options.AllowedOrigins.Add(allowedOrigin));
        var app = builder.Build();
        app.MapErrorTelemetry();
        app.MapGet("/page", () => Results.Content(Pages.WithModule(), "text/html; charset=utf-8"));
        app.MapGet("/_content/ErrorTelemetry.Blazor/{name}", (HttpContext context, string name) => ModuleFiles.SendAsync(context, name));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
