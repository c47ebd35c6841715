using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace ErrorTelemetry.Browser;

[Trait("Category", "Slow")]
public sealed class PolicyTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    private const string Policy = "script-src 'nonce-r4nd0m' 'strict-dynamic' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'";

    private static string Script(string attributes = "") =>
        Pages.Script.Replace("<script ", $"<script nonce='r4nd0m' {attributes} ", StringComparison.Ordinal);

    [Fact]
    public async Task NoncePolicy_LetsTheStubAndTheModuleRun()
    {
        var page = await OpenWithPolicyAsync(
            Pages.Document(
                $"<script nonce='r4nd0m'>{ModuleFiles.Stub}</script>{Script()}",
                "<script nonce='r4nd0m'>throw new Error('early')</script><script>var blocked = 1;</script>"),
            Policy);

        var report = await OnlyReportAsync(page);

        Assert.Equal("early", report.Message);
    }

    [Fact]
    public async Task Violation_WhereAskedFor_IsReported()
    {
        // Nothing that the parser would block: that is told in a task of its own, before or after the module has come.
        var page = await OpenWithPolicyAsync(Pages.Document(Script("data-csp"), ""), Policy);

        await page.EvaluateAsync("() => { const d = document.createElement('div'); d.setAttribute('onclick', 'x()'); document.body.append(d); d.click(); }");
        await page.EvaluateAsync("new Promise(done => setTimeout(done, 1))");

        var report = Assert.Single((await ReportsAsync(page)).Where(r => r.Report.Mechanism == "csp").Select(r => r.Report).DistinctBy(r => r.Message));
        Assert.Equal(("SecurityPolicyViolationEvent", "script-src-attr blocked inline"), (report.Type, report.Message));
    }

    [Fact]
    public async Task Endpoint_ThatThePolicyBlocks_MakesNoLoop()
    {
        var page = await OpenWithPolicyAsync(Pages.Document(Script("data-csp"), ""), Policy + "; connect-src 'none'");

        await page.EvaluateAsync("errorTelemetry.report('nobody hears it')");
        await AnsweredAsync(page, 2);
        await page.EvaluateAsync("new Promise(done => setTimeout(done, 50))");

        // One try that may outlive the page and one that may not; nothing about either.
        Assert.Equal(2, await page.EvaluateAsync<int>("requests.length"));
        Assert.Empty(Host.Received);
    }

    [Fact]
    public async Task Console_OfAPageWithoutErrors_IsClean()
    {
        var messages = new ConcurrentQueue<string>();
        var page = await OpenAsync(prepare: p =>
        {
            p.Console += (_, message) => messages.Enqueue(message.Text);
            p.PageError += (_, error) => messages.Enqueue(error);
            return Task.CompletedTask;
        });

        await page.EvaluateAsync("errorTelemetry.report(new Error('handled')); import('/_content/ErrorTelemetry.Blazor/ErrorTelemetry.Blazor.lib.module.js')");
        await NextAsync();
        await page.EvaluateAsync("console.error('of the page itself')");

        Assert.Equal(["of the page itself"], messages);
    }

    [Fact]
    public async Task InsecureContext_WithoutWebLocks_StillDelivers()
    {
        var page = await OpenAsync(origin: Host.InsecureOrigin);
        Assert.False(await page.EvaluateAsync<bool>("isSecureContext || 'locks' in navigator"));
        await Context.SetOfflineAsync(true);
        await page.EvaluateAsync("errorTelemetry.report(new Error('first')); errorTelemetry.report(new Error('second'))");

        await Context.SetOfflineAsync(false);

        // In any order: caught within a millisecond, and sent without taking turns.
        string?[] messages = [(await NextAsync()).Report.Message, (await NextAsync()).Report.Message];
        Assert.Equal(["first", "second"], messages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Storage_Denied_StillDelivers()
    {
        var page = await OpenAsync(prepare: p => p.AddInitScriptAsync("""
            for (const name of ['localStorage', 'sessionStorage'])
                Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
            """));
        await Context.SetOfflineAsync(true);
        await page.EvaluateAsync("errorTelemetry.report(new Error('kept in memory'))");

        await Context.SetOfflineAsync(false);

        var report = (await NextAsync()).Report;
        Assert.Equal("kept in memory", report.Message);
        Assert.NotNull(report.SessionId);
    }

    private async Task<IPage> OpenWithPolicyAsync(string html, string policy)
    {
        Host.Serve("/strict", html, policy: policy);
        var page = await OpenAsync();
        await page.GotoAsync(Host.Origin + "/strict");
        await page.WaitForFunctionAsync("() => !!window.errorTelemetry");
        return page;
    }
}
