using ErrorTelemetry.Browser;
using ErrorTelemetry.Processes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ErrorTelemetry.Blazor;

[Trait("Category", "Slow")]
public sealed class BoundaryUiTests(SampleHost sample, ChromiumFixture chromium) : SampleTest(sample, chromium)
{
    [Fact]
    public async Task Code_ThatIsShown_FindsTheEventItsGroupAndItsIssue()
    {
        var page = await OpenAliveAsync("/blazor/server");
        await page.BreakAsync("boundary", "handler");
        await page.OnlyEventAsync();

        var code = await page.Page.Locator("#boundary [role=alert] code").TextContentAsync();

        var item = Assert.Single(await Store.FindEventsAsync(code!, 10, TestContext.Current.CancellationToken));
        Assert.Equal(code, item.CorrelationId);
        var group = await Store.FindGroupAsync(item.Fingerprint, TestContext.Current.CancellationToken);
        Assert.Contains(code, group!.LastCorrelationIds);
        var find = await OpenAsync($"/find?code={code}");
        Assert.Equal(1, await find.Page.Locator("article.event").CountAsync());
        Assert.Contains(code!, await DryRunAsync(item), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_AfterAnError_BringsTheContentBack()
    {
        var page = await OpenAliveAsync("/blazor/server");
        await page.BreakAsync("boundary", "handler");

        await page.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Try again" }).ClickAsync();

        await page.Page.Locator("#boundary [data-break=handler]").WaitForAsync();
        Assert.Equal(0, await page.Page.Locator("#boundary [role=alert]").CountAsync());
    }

    [Fact]
    public async Task Navigation_AfterAnError_BringsTheContentBack()
    {
        var page = await OpenAliveAsync("/blazor/server");
        await page.BreakAsync("boundary", "handler");
        await page.Page.Locator("#boundary [role=alert]").WaitForAsync();

        await page.Page.EvaluateAsync("Blazor.navigateTo('/blazor/server?again=1')");

        await page.Page.Locator("#boundary [data-break=handler]").WaitForAsync();
    }

    [Fact]
    public async Task StaticRendering_InABoundary_IsOneEventUnderTheCodeThatThePageShows()
    {
        var page = await OpenAsync("/blazor/ssr/boundary");

        var item = await page.OnlyEventAsync();

        Assert.Equal(ErrorMechanisms.ErrorBoundary, item.Mechanism);
        Assert.Equal("System.InvalidOperationException", item.Type);
        Assert.Contains("RenderBreak.Crumble", item.Stack, StringComparison.Ordinal);
        Assert.Equal(page.PageId, item.PageId);
        Assert.Equal("/blazor/ssr/boundary", item.Route);
        Assert.Equal(item.CorrelationId, await page.Page.Locator("[role=alert] code").TextContentAsync());
    }

    [Fact]
    public async Task StaticRendering_InAStockBoundary_IsOneEvent()
    {
        var page = await OpenAsync("/blazor/ssr/stock");

        Assert.Equal(ErrorMechanisms.ErrorBoundary, (await page.OnlyEventAsync()).Mechanism);
    }

    [Fact]
    public async Task Streaming_FailsAfterTheStart_IsOneEventOfTheMiddleware()
    {
        var page = await OpenAsync("/blazor/ssr/streaming");

        // Blazor has replaced the broken document, and with it what the browser module was told.
        var item = Assert.Single(await page.StoredAsync(1));

        Assert.Equal(ErrorMechanisms.Middleware, item.Mechanism);
        Assert.Equal("System.InvalidOperationException", item.Type);
        Assert.Contains("StaticStreaming.OnInitializedAsync", item.Stack, StringComparison.Ordinal);
        Assert.Equal(page.PageId, item.CorrelationId);
    }

    [Fact]
    public async Task Prerendering_AndItsRepetition_AreTwoEventsOfOnePageAndOneGroup()
    {
        var page = await OpenAsync("/blazor/prerender");

        var events = await page.EventsAsync(2);

        Assert.Equal(2, events.Count);
        Assert.All(events, item => Assert.Equal(ErrorMechanisms.ErrorBoundary, item.Mechanism));
        Assert.All(events, item => Assert.Equal(page.PageId, item.PageId));
        Assert.Single(events.Select(item => item.Fingerprint).Distinct());
    }

    /// <summary>What the tool would file for the event. In a file of its own, since a run files only so many of the groups that other tests make.</summary>
    private static async Task<string> DryRunAsync(ErrorEvent item)
    {
        var folder = Directory.CreateTempSubdirectory("error-telemetry-dry-run-").FullName;
        try
        {
            var file = Path.Combine(folder, "errors.db");
            var services = new ServiceCollection();
            services.AddErrorTelemetry().AddSqliteStore(file);
            await using (var provider = services.BuildServiceProvider())
                await provider.GetRequiredService<IErrorStore>().RecordAsync([item], TestContext.Current.CancellationToken);
            return await RunToolAsync("triage", "--sqlite", file, "--repo", "shop/website", "--dry-run", "--json");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<string> RunToolAsync(params string[] arguments)
    {
        var tool = Path.Combine(RepositoryRoot.Path, "src", "ErrorTelemetry.Tool", "bin", SampleHost.BuildConfiguration, "net10.0", "error-telemetry.dll");
        return new Cli(RepositoryRoot.Path, new Dictionary<string, string>()).RunAsync("dotnet", [tool, .. arguments]);
    }
}
