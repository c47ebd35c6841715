namespace ErrorTelemetry.Browser;

[Trait("Category", "Slow")]
public sealed class WindowErrorTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    private const string Buy = """<script>function buy() { throw new TypeError("no cart"); }</script>""";

    [Fact]
    public async Task Throw_Synchronous_ArrivesOnceWithTypeAndStack()
    {
        var page = await OpenAsync(Pages.WithModule(Buy));

        await page.EvaluateAsync(Later("buy()"));

        var report = await OnlyReportAsync(page);
        Assert.Equal(("onerror", "TypeError", "no cart", false), (report.Mechanism, report.Type, report.Message, report.Handled));
        Assert.Equal((Pages.PageId, Pages.PageId), (report.CorrelationId, report.PageId));
        Assert.Equal(("1.4.2", "test"), (report.Release, report.Environment));
        Assert.Contains("at buy (", report.Stack, StringComparison.Ordinal);
        Assert.Equal(Host.Origin + "/page", report.Url);
    }

    [Fact]
    public async Task Throw_OnErrorOverwritten_ArrivesAllTheSame()
    {
        var page = await OpenAsync(Pages.WithModule(Buy + "<script>onerror = () => true; onunhandledrejection = () => true;</script>"));

        await page.EvaluateAsync(Later("buy()"));

        Assert.Equal("no cart", (await OnlyReportAsync(page)).Message);
    }

    [Fact]
    public async Task Throw_String_SaysWhere()
    {
        var page = await OpenAsync(Pages.WithModule("""<script>function buy() { throw "sold out"; }</script>"""));

        await page.EvaluateAsync(Later("buy()"));

        var report = await OnlyReportAsync(page);
        Assert.Equal(("String", "sold out"), (report.Type, report.Message));
        Assert.Matches(@"at http://127\.0\.0\.1:\d+/page:\d+:\d+", report.Stack);
    }

    [Fact]
    public async Task Throw_Undefined_IsStillAReport()
    {
        var page = await OpenAsync();

        await page.EvaluateAsync(Later("(() => { throw undefined; })()"));

        Assert.Equal("Uncaught undefined", (await OnlyReportAsync(page)).Message);
    }

    [Fact]
    public async Task Script_WithSyntaxError_SaysWhere()
    {
        var page = await OpenAsync();
        Host.Serve("/broken.js", "\n\nlet = = 1;", "text/javascript");

        await page.EvaluateAsync("new Promise(done => { const s = document.createElement('script'); s.src = '/broken.js?v=1'; s.onload = done; document.head.append(s); })");

        var report = await OnlyReportAsync(page);
        Assert.Equal("SyntaxError", report.Type);
        Assert.Contains("/broken.js:3:", report.Stack, StringComparison.Ordinal);
        Assert.DoesNotContain("v=1", report.Stack, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Throw_BeforeTheModuleHasLoaded_IsHeldByTheStub()
    {
        var page = await OpenAsync(Pages.WithModule("""<script>throw new RangeError("early");</script><script>Promise.reject(new Error("early too"));</script>"""));

        var reports = await ReportsAsync(page);

        Assert.Equal(["onerror: early", "unhandledrejection: early too"], reports.Select(r => $"{r.Report.Mechanism}: {r.Report.Message}").Order());
        Assert.All(reports, r => Assert.Contains("/page:", r.Report.Stack, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Throw_WithoutTheStub_IsCaughtOnceTheModuleRuns()
    {
        var page = await OpenAsync(Pages.Document(Pages.Script, Buy));

        await page.EvaluateAsync(Later("buy()"));

        Assert.Equal("no cart", (await OnlyReportAsync(page)).Message);
    }

    [Fact]
    public async Task Module_LoadedTwice_ReportsOnce()
    {
        var page = await OpenAsync(Pages.WithModule(Buy));

        await page.EvaluateAsync("import('/_content/ErrorTelemetry.Blazor/error-telemetry.js?again').then(m => { if (m.default !== errorTelemetry) throw 'another one'; })");
        await page.EvaluateAsync("import('/_content/ErrorTelemetry.Blazor/ErrorTelemetry.Blazor.lib.module.js')");
        await page.EvaluateAsync(Later("buy()"));

        Assert.Equal("no cart", (await OnlyReportAsync(page)).Message);
    }

    [Fact]
    public async Task Throw_WithCauses_NamesThem()
    {
        var page = await OpenAsync();

        await page.EvaluateAsync(Later("(() => { throw new Error('outer', { cause: new TypeError('middle', { cause: 'inner' }) }); })()"));

        Assert.Equal(["TypeError: middle", "String: inner"], (await OnlyReportAsync(page)).Causes.Select(c => $"{c.Type}: {c.Message}"));
    }

    [Fact]
    public async Task Throw_CircularCause_EndsAtFive()
    {
        var page = await OpenAsync();

        await page.EvaluateAsync(Later("(() => { const e = new Error('round'); e.cause = e; throw e; })()"));

        Assert.Equal(5, (await OnlyReportAsync(page)).Causes.Count);
    }

    [Fact]
    public async Task Report_ThenThrown_IsOneEvent()
    {
        var page = await OpenAsync();

        await page.EvaluateAsync(Later("(() => { const e = new Error('handled'); errorTelemetry.report(e, { tags: { cart: 7 } }); throw e; })()"));

        var report = await OnlyReportAsync(page);
        Assert.Equal(("manual", true, "7"), (report.Mechanism, report.Handled, report.Tags["cart"]));
    }
}
