using System.Diagnostics;
using Microsoft.Playwright;

namespace ErrorTelemetry.Blazor;

/// <summary>One load of a page of the sample, and the events that the sample's store has of it.</summary>
internal sealed class SamplePage(IPage page, IErrorStore store, string pageId)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public IPage Page => page;

    public string PageId => pageId;

    /// <summary>Presses the button of a breakage in a part of the page.</summary>
    public Task BreakAsync(string part, string name) => page.Locator($"#{part} [data-break={name}]").ClickAsync();

    /// <summary>Presses the button of a breakage of the page /browser.</summary>
    public Task BreakAsync(string name) => page.Locator($"[data-js-break={name}]").ClickAsync();

    /// <summary>The page's only event.</summary>
    public async Task<ErrorEvent> OnlyEventAsync() => Assert.Single(await EventsAsync(1));

    /// <summary>The page's events, oldest first, once there are as many as expected and everything that was caught before is stored too.</summary>
    public async Task<IReadOnlyList<ErrorEvent>> EventsAsync(int expected)
    {
        await StoredAsync(expected);
        // Reports of a page are sent in order: when this one has arrived, so has whatever else there was.
        var sentinel = await page.EvaluateAsync<string>("errorTelemetry.report('sentinel ' + Math.random()).eventId");
        await WaitAsync(sentinel, 1);
        var events = await StoredAsync(expected);
        return [.. events.Where(item => !item.Message.StartsWith("sentinel ", StringComparison.Ordinal)).Reverse()];
    }

    /// <summary>The page's events, newest first, as soon as there are as many as expected.</summary>
    public Task<IReadOnlyList<ErrorEvent>> StoredAsync(int expected) => WaitAsync(pageId, expected);

    private async Task<IReadOnlyList<ErrorEvent>> WaitAsync(string code, int expected)
    {
        var started = Stopwatch.GetTimestamp();
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var events = await store.FindEventsAsync(code, 100, TestContext.Current.CancellationToken);
            if (events.Count >= expected)
                return events;
            if (Stopwatch.GetElapsedTime(started) > Patience)
                Assert.Fail($"{code} has only these events: {string.Join("; ", events.Select(item => $"{item.Mechanism} {item.Type}: {item.Message}"))}");
            await pace.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
