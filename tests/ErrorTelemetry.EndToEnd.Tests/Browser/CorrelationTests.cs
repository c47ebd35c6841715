using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace ErrorTelemetry.Browser;

[Trait("Category", "Slow")]
public sealed class CorrelationTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    private readonly ConcurrentQueue<string?> _ids = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Host.Serve("/api/orders", context =>
        {
            _ids.Enqueue(context.Request.Headers["x-correlation-id"]);
            context.Response.Headers.AccessControlAllowOrigin = "*";
            context.Response.StatusCode = context.Request.Query.ContainsKey("fail") ? 500 : 200;
            return context.Response.WriteAsync(context.Request.Method + context.Request.Headers["x-other"]);
        });
    }

    [Theory]
    [InlineData("fetch('/api/orders')", Pages.PageId)]
    [InlineData("fetch(new URL('/api/orders', location))", Pages.PageId)]
    [InlineData("fetch(new Request('/api/orders', { headers: { 'x-other': '1' } }))", Pages.PageId)]
    [InlineData("fetch('/api/orders', { headers: [['x-other', '1']] })", Pages.PageId)]
    [InlineData("fetch('/api/orders', { headers: { 'X-Correlation-Id': 'the-apps-own' } })", "the-apps-own")]
    [InlineData("fetch(new Request('/api/orders', { headers: { 'x-correlation-id': 'the-apps-own' } }))", "the-apps-own")]
    [InlineData("xhr('/api/orders')", Pages.PageId)]
    [InlineData("xhr('/api/orders', 'the-apps-own')", "the-apps-own")]
    [InlineData("fetch(OTHER + '/api/orders')", null)]
    [InlineData("xhr(OTHER + '/api/orders')", null)]
    public async Task Call_Of_CarriesThePageIdWhereItShould(string script, string? expected)
    {
        var page = await OpenAsync();

        await page.EvaluateAsync($$"""
            async () => {
                const OTHER = '{{Host.OtherOrigin}}';
                const xhr = (url, id) => new Promise(done => {
                    const request = new XMLHttpRequest();
                    request.open('GET', url);
                    if (id) request.setRequestHeader('X-Correlation-ID', id);
                    request.onloadend = done;
                    request.send();
                });
                await {{script}};
            }
            """);

        Assert.Equal(expected, Assert.Single(_ids));
    }

    [Fact]
    public async Task Fetch_Patched_BehavesAsBefore()
    {
        var page = await OpenAsync();

        Assert.Equal("PUT1", await page.EvaluateAsync<string>("fetch('/api/orders', { method: 'PUT', body: 'x', headers: { 'x-other': '1' } }).then(r => r.text())"));
        Assert.Equal("POST", await page.EvaluateAsync<string>("fetch(new Request('/api/orders', { method: 'POST', body: 'x' })).then(r => r.text())"));
        Assert.Equal("TypeError", await page.EvaluateAsync<string>("fetch('http://[').catch(e => e.name)"));
        Assert.Equal("AbortError", await page.EvaluateAsync<string>("(() => { const c = new AbortController(); c.abort(); return fetch('/api/orders', { signal: c.signal }).catch(e => e.name); })()"));
        Assert.Empty(await ReportsAsync(page));
    }

    [Fact]
    public async Task Breadcrumbs_TellOfNavigationFailedCallsAndTheConsole()
    {
        var page = await OpenAsync();
        await page.EvaluateAsync($$"""
            async () => {
                history.pushState(null, '', '/cart?coupon=secret');
                await 0;
                await fetch('/api/orders?fail=1');
                await fetch('/api/orders');
                await fetch('{{Host.OtherOrigin}}/api/orders', { mode: 'no-cors' });
                console.error('cart', new TypeError('is empty'), { code: 7 });
                errorTelemetry.addBreadcrumb('checkout', 'clicked pay');
                errorTelemetry.report('now');
            }
            """);

        var crumbs = (await OnlyReportAsync(page)).Breadcrumbs;

        Assert.Equal(
            ["navigation: /cart", $"fetch: 500 GET {Host.Origin}/api/orders", "console: cart TypeError: is empty {\"code\":7}", "checkout: clicked pay"],
            crumbs.Select(c => $"{c.Category}: {c.Message}"));
        Assert.All(crumbs, crumb => Assert.NotNull(crumb.Timestamp));
    }

    [Fact]
    public async Task Breadcrumbs_AreARingOfThirty()
    {
        var page = await OpenAsync();

        await page.EvaluateAsync("for (let i = 0; i < 100; i++) errorTelemetry.addBreadcrumb('n', i); errorTelemetry.report('now')");

        var crumbs = (await OnlyReportAsync(page)).Breadcrumbs;
        Assert.Equal(("70", "99", 30), (crumbs[0].Message, crumbs[^1].Message, crumbs.Count));
    }

    [Fact]
    public async Task SessionId_IsOneATab_AndThePageIdOneALoad()
    {
        var html = Pages.WithModule(script: Pages.Script.Replace($"data-page-id=\"{Pages.PageId}\"", "", StringComparison.Ordinal));
        var page = await OpenAsync(html);
        var first = await OnlyReportOfAsync(page);
        await page.ReloadAsync();
        await page.WaitForFunctionAsync("() => !!window.errorTelemetry");
        var second = await OnlyReportOfAsync(page);
        var third = await OnlyReportOfAsync(await OpenAsync(html));

        Assert.Equal(first.SessionId, second.SessionId);
        Assert.NotEqual(first.SessionId, third.SessionId);
        Assert.Equal(3, new[] { first, second, third }.Select(r => r.PageId).Distinct().Count());
        Assert.All([first, second, third], r => Assert.Matches(@"^[0-9a-f]{16}\z", r.PageId));
        Assert.All([first, second, third], r => Assert.Equal(r.PageId, r.CorrelationId));
    }

    [Fact]
    public async Task OnReport_SeesEachReportAndMayRefuseIt()
    {
        var page = await OpenAsync();

        await page.EvaluateAsync("""
            errorTelemetry.onreport = report => { if (report.message === 'no') return false; report.tags.seen = 'yes'; };
            errorTelemetry.report('no'); errorTelemetry.report('yes');
            """);
        var report = await OnlyReportAsync(page);
        await page.EvaluateAsync("errorTelemetry.onreport = () => { throw new Error('in the hook'); }; errorTelemetry.report('still')");

        Assert.Equal(("yes", "yes"), (report.Message, report.Tags["seen"]));
        Assert.Equal("still", (await OnlyReportAsync(page)).Message);
    }

    private async Task<ErrorReport> OnlyReportOfAsync(Microsoft.Playwright.IPage page)
    {
        await page.EvaluateAsync("errorTelemetry.report('who')");
        return await OnlyReportAsync(page);
    }
}
