using ErrorTelemetry.Processes;
using Microsoft.Playwright;

namespace ErrorTelemetry.Browser;

/// <summary>What every browser test has: a page host, and a browser context of its own.</summary>
public abstract class BrowserTest(ChromiumFixture chromium) : IAsyncLifetime
{
    private const string Sentinel = "sentinel of the test";

    // Around the fetch that the module finds: which requests it makes, and when it has had the answer.
    private const string WatchRequests = """
        window.requests = [];
        const fetchOfTheBrowser = window.fetch;
        window.fetch = (url, init) => {
            const request = { keepalive: init?.keepalive, length: init?.body?.length };
            if (init?.method === "POST") requests.push(request);
            const answer = fetchOfTheBrowser(url, init);
            const note = () => queueMicrotask(() => queueMicrotask(() => { request.answered = true; }));
            answer.then(note, note);
            return answer;
        };
        """;

    private int _sent;
    private int _taken;
    private int _rounds;

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
        await Bound.EndedAsync(Context.DisposeAsync());
        await Bound.EndedAsync(Host.DisposeAsync());
    }

    /// <summary>Opens a page and waits until the module runs.</summary>
    protected async Task<IPage> OpenAsync(string? html = null, string path = "/page", Func<IPage, Task>? prepare = null, string? origin = null)
    {
        Host.Serve(path, html ?? Pages.WithModule());
        var page = await Context.NewPageAsync();
        await page.AddInitScriptAsync(WatchRequests);
        if (prepare is not null)
            await prepare(page);
        await page.GotoAsync((origin ?? Host.Origin) + path);
        await page.WaitForFunctionAsync("() => !!window.errorTelemetry");
        return page;
    }

    /// <summary>All reports that the context's pages have sent and that no test has taken yet, once all of them have arrived.</summary>
    protected async Task<IReadOnlyList<ReceivedReport>> ReportsAsync(IPage page)
    {
        // The browser tells of a request when it starts, in order; the last one of our own marks the end.
        var last = $"{Sentinel} {++_rounds}";
        await page.EvaluateAsync($"errorTelemetry.report('{last}')");
        var reports = new List<ReceivedReport>();
        while (_taken < Volatile.Read(ref _sent) || reports.TrueForAll(report => report.Report.Message != last))
            reports.Add(await NextAsync());

        Assert.Single(reports, report => report.Report.Message == last);
        return [.. reports.Where(report => report.Report.Message != last)];
    }

    /// <summary>The next report in order of arrival.</summary>
    protected Task<ReceivedReport> NextAsync()
    {
        _taken++;
        return Host.NextAsync();
    }

    /// <summary>Waits until the module has been answered that many times, failures included, and has dealt with it.</summary>
    protected static Task AnsweredAsync(IPage page, int count) =>
        page.WaitForFunctionAsync("count => requests.filter(request => request.answered).length === count", count, new PageWaitForFunctionOptions { PollingInterval = 20 });

    /// <summary>Runs a script in a task of its own, as an event handler would be, and comes back after it.</summary>
    protected static string Later(string script) => $"new Promise(done => {{ setTimeout(() => {{ {script}; }}); setTimeout(done, 1); }})";

    /// <summary>The report of a page that sent exactly one.</summary>
    protected async Task<ErrorReport> OnlyReportAsync(IPage page) => Assert.Single(await ReportsAsync(page)).Report;
}
