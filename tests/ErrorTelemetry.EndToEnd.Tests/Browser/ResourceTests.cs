namespace ErrorTelemetry.Browser;

[Trait("Category", "Slow")]
public sealed class ResourceTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData("<script src='/missing.js?token=abc'></script>", "script", "/missing.js")]
    [InlineData("<img src='/missing.png' alt=''>", "img", "/missing.png")]
    [InlineData("<link rel='stylesheet' href='/missing.css'>", "link", "/missing.css")]
    [InlineData("<script src='/good.js' integrity='sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='></script>", "script", "/good.js")]
    public async Task Resource_ThatFails_IsNamedWithoutItsQuery(string markup, string kind, string path)
    {
        Host.Serve("/good.js", "let fine = 1;", "text/javascript");
        var page = await OpenAsync(Pages.WithModule(markup));

        var report = await OnlyReportAsync(page);

        Assert.Equal(("resource", "ResourceError"), (report.Mechanism, report.Type));
        Assert.Equal($"Failed to load {kind} {Host.Origin}{path}", report.Message);
        Assert.Equal(kind, report.Tags["resource"]);
    }

    [Fact]
    public async Task Preload_ThatFails_IsLeftToItsUse()
    {
        var page = await OpenAsync(Pages.WithModule("<link rel='preload' as='image' href='/missing.png'>"));
        await page.WaitForLoadStateAsync();

        Assert.Empty(await ReportsAsync(page));
    }

    [Fact]
    public async Task RuntimeStart_ThatFails_IsOneReportWithTheFile()
    {
        var page = await OpenAsync(prepare: p => p.Clock.InstallAsync());
        // What Chromium was seen to tell when an assembly of a WebAssembly app is missing.
        await page.EvaluateAsync(Later($$"""
            const url = '{{Host.Origin}}/_framework/System.Collections.abc.wasm';
            const first = new TypeError('Failed to fetch');
            first.stack = 'TypeError: Failed to fetch\n    at fetch_like ({{Host.Origin}}/_framework/dotnet.xyz.js:4:4631)';
            Promise.reject(first);
            for (let i = 0; i < 12; i++) Promise.reject(new Error(`download '${url}' for System.Collections.abc.wasm failed 404 Not Found`));
            Promise.reject(new Error(`Failed to start platform. Reason: Error: download '${url}' failed`))
            """));

        await page.Clock.RunForAsync(1_100);

        var report = await OnlyReportAsync(page);
        Assert.Equal("resource", report.Mechanism);
        Assert.Equal($"Failed to load boot {Host.Origin}/_framework/System.Collections.abc.wasm", report.Message);
    }

    [Fact]
    public async Task InteropFailure_ThroughBlazorsOwnScript_IsNoFailedStart()
    {
        var page = await OpenAsync();

        await page.EvaluateAsync(Later($"const e = new Error('There was an exception invoking Pay'); e.stack = 'Error: x\\n    at pay ({Host.Origin}/_framework/blazor.web.abc.js:1:2)'; Promise.reject(e)"));

        Assert.Equal("unhandledrejection", (await OnlyReportAsync(page)).Mechanism);
    }

    [Fact]
    public async Task RuntimeExit_IsOneReportOfTheLastWords()
    {
        var page = await OpenAsync();
        await page.EvaluateAsync("""
            window.runtime = { Module: {} };
            errorTelemetry.hookRuntime({ runtime });
            for (const line of ['(null)', 'Unhandled Exception:', 'System.InvalidOperationException: async void boom', '   at Shop.Pages.Cart.Pay()']) console.error(line);
            """);

        await page.EvaluateAsync(Later("runtime.Module.onExit(1); Promise.reject(new Error('Assert failed: .NET runtime already exited with 1'))"));

        var report = await OnlyReportAsync(page);
        Assert.Equal(("runtime-exit", "System.InvalidOperationException", "async void boom"), (report.Mechanism, report.Type, report.Message));
        Assert.Equal("System.InvalidOperationException: async void boom\n   at Shop.Pages.Cart.Pay()", report.Stack);
    }
}
