using ErrorTelemetry.Processes;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ErrorTelemetry.Browser.ChromiumFixture))]

namespace ErrorTelemetry.Browser;

/// <summary>The one browser of the test assembly: the system's Chromium. Every test opens its own context in it.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
        // A host that is no secure context: no Web Locks there.
        $"--host-resolver-rules=MAP {PageHost.InsecureHost} 127.0.0.1",
    ];

    private readonly SemaphoreSlim _gate = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A fresh context: its own storage and cookies. Started late, so that a run without slow tests needs no browser.</summary>
    public async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null)
    {
        await _gate.WaitAsync();
        try
        {
            _playwright ??= await Bound.WithinAsync(Playwright.CreateAsync(), "Playwright's driver");
            _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
                Args = Flags,
                Timeout = (float)Bound.Step.TotalMilliseconds,
            });
        }
        finally
        {
            _gate.Release();
        }

        return await Bound.WithinAsync(_browser.NewContextAsync(options), "A browser context");
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await Bound.EndedAsync(_browser.DisposeAsync());
        _playwright?.Dispose();
        _gate.Dispose();
    }
}
