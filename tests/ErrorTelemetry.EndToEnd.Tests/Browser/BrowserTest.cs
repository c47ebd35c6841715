using Microsoft.Playwright;

namespace ErrorTelemetry.Browser;

/// <summary>What every browser test has: a page host, and a browser context of its own.</summary>
public abstract class BrowserTest(ChromiumFixture chromium) : IAsyncLifetime
{
    private const string Sentinel = "sentinel of the test";

    private int _sent;
    private int _taken;

    protected PageHost Host { get; private set; } = null!;

    protected IBrowserContext Context { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Host = await PageHost.StartAsync();
        Context = await chromium.NewContextAsync();
        Context.SetDefaultTimeout(20_000);
        Context.Request += (_, request) =>
        {
            if (request.Method == "POST" && request.Url.EndsWith(PageHost.IngestPath, StringComparison.Ordinal))
                Interlocked.Increment(ref _sent);
        };
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Context.DisposeAsync();
        await Host.DisposeAsync();
    }

    /// <summary>Opens a page and waits until the module runs.</summary>
    protected async Task<IPage> OpenAsync(string? html = null, string path = "/page", Func<IPage, Task>? prepare = null)
    {
        Host.Serve(path, html ?? Pages.WithModule());
        var page = await Context.NewPageAsync();
        if (prepare is not null)
            await prepare(page);
        await page.GotoAsync(Host.Origin + path);
        await page.WaitForFunctionAsync("() => !!window.errorTelemetry");
        return page;
    }

    /// <summary>All reports that the context's pages have sent and that no test has taken yet, once all of them have arrived.</summary>
    protected async Task<IReadOnlyList<ReceivedReport>> ReportsAsync(IPage page)
    {
        // The browser tells of a request when it starts, in order; the last one of our own marks the end.
        await page.EvaluateAsync($"errorTelemetry.report('{Sentinel}')");
        var reports = new List<ReceivedReport>();
        while (_taken < Volatile.Read(ref _sent))
        {
            reports.Add(await Host.NextAsync());
            _taken++;
        }

        Assert.Single(reports, report => report.Report.Message == Sentinel);
        return [.. reports.Where(report => report.Report.Message != Sentinel)];
    }

    /// <summary>The report of a page that sent exactly one.</summary>
    protected async Task<ErrorReport> OnlyReportAsync(IPage page) => Assert.Single(await ReportsAsync(page)).Report;
}
