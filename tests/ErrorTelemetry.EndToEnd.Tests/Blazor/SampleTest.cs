using ErrorTelemetry.Browser;
using ErrorTelemetry.Processes;
using Microsoft.Playwright;

namespace ErrorTelemetry.Blazor;

/// <summary>What every test against the sample has: the running sample, and a browser context of its own.</summary>
public abstract class SampleTest(SampleHost sample, ChromiumFixture chromium) : IAsyncLifetime
{
    /// <summary>A loaded machine takes its time to start .NET in a page.</summary>
    private const float TimeoutMilliseconds = 90_000;

    protected Uri Address { get; private set; } = null!;

    protected IBrowserContext Context { get; private set; } = null!;

    protected IErrorStore Store => sample.Store;

    public async ValueTask InitializeAsync()
    {
        Address = await sample.StartAsync();
        Context = await chromium.NewContextAsync();
        Context.SetDefaultTimeout(TimeoutMilliseconds);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Bound.EndedAsync(Context.DisposeAsync());
    }

    /// <summary>Opens a page and waits until the browser module runs.</summary>
    internal async Task<SamplePage> OpenAsync(string path)
    {
        var page = await Context.NewPageAsync();
        var response = await page.GotoAsync(new Uri(Address, path).AbsoluteUri);
        await page.WaitForFunctionAsync("() => !!window.errorTelemetry");
        // The server names the page load; TelemetryScript tells the browser module.
        return new SamplePage(page, Store, response!.Headers["x-correlation-id"]);
    }

    /// <summary>Opens a page and waits until its components are alive.</summary>
    internal async Task<SamplePage> OpenAliveAsync(string path)
    {
        var page = await OpenAsync(path);
        await page.Page.Locator("[data-state=ready]").WaitForAsync();
        return page;
    }
}
