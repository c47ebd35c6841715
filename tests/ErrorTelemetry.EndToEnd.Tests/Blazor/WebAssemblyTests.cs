using ErrorTelemetry.Browser;
using Microsoft.Playwright;

namespace ErrorTelemetry.Blazor;

/// <summary>.NET takes seconds to start in a page, so that each test breaks one page in many ways. The same error within ten seconds would be a repetition: each is another one.</summary>
[Trait("Category", "Slow")]
public sealed class WebAssemblyTests(SampleHost sample, ChromiumFixture chromium) : SampleTest(sample, chromium)
{
    [Fact]
    public async Task Outside_OfAnyBoundary_EachIsOneEventOfTheRenderer()
    {
        var page = await OpenAliveAsync("/blazor/wasm");

        foreach (var name in (string[])["handler", "handler-async", "js-from-dotnet", "init-async", "dispose"])
            await page.BreakAsync("outside", name);
        // Alone, at the end: the next breakage would take the timer away before it rings.
        await page.StoredAsync(5);
        await page.BreakAsync("outside", "dispatch");

        var events = await page.EventsAsync(6);
        Assert.All(events, item => Assert.Equal(ErrorMechanisms.Renderer, item.Mechanism));
        Assert.All(events, item => Assert.Equal(page.PageId, item.CorrelationId));
        Assert.Equal(
            [
                "BreakButtons.CallBrokenScript", "BreakButtons.Throw(", "BreakButtons.ThrowLater", "DisposeBreak.Dispose",
                "InitializedBreak.OnInitializedAsync", "TimerBreak.Ring",
            ],
            Frames(events, "BreakButtons.CallBrokenScript", "BreakButtons.Throw(", "BreakButtons.ThrowLater", "DisposeBreak.Dispose", "InitializedBreak.OnInitializedAsync", "TimerBreak.Ring"));
        Assert.Equal(
            ["Microsoft.JSInterop.JSException", "System.InvalidOperationException", "System.TimeoutException"],
            events.Select(item => item.Type).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Render_OutsideOfAnyBoundary_IsOneEventOfTheRenderer()
    {
        var page = await OpenAliveAsync("/blazor/wasm");

        await page.BreakAsync("outside", "render");

        var item = await page.OnlyEventAsync();
        Assert.Equal(ErrorMechanisms.Renderer, item.Mechanism);
        Assert.Contains("RenderBreak.Crumble", item.Stack, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inside_EachBoundary_EachIsOneEventUnderACodeOfItsOwn()
    {
        var page = await OpenAliveAsync("/blazor/wasm");
        var alert = page.Page.Locator("#boundary [role=alert]");
        var retry = page.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Try again" });
        var codes = new List<string?>();
        foreach (var name in (string[])["handler", "handler-async", "init-async"])
        {
            await page.BreakAsync("boundary", name);
            await alert.WaitForAsync();
            codes.Add(await alert.Locator("code").TextContentAsync());
            await retry.ClickAsync();
        }

        await page.BreakAsync("stock", "render");
        await page.Page.Locator("#stock [role=alert]").WaitForAsync();

        var events = await page.EventsAsync(4);
        Assert.All(events, item => Assert.Equal(ErrorMechanisms.ErrorBoundary, item.Mechanism));
        Assert.All(events, item => Assert.StartsWith(page.PageId + ".", item.CorrelationId, StringComparison.Ordinal));
        Assert.Equal(4, events.Select(item => item.CorrelationId).Distinct().Count());
        Assert.All(codes, code => Assert.Contains(events, item => item.CorrelationId == code));
        Assert.Equal(4, Frames(events, "BreakButtons.Throw(", "BreakButtons.ThrowLater", "InitializedBreak.OnInitializedAsync", "RenderBreak.Crumble").Count);
    }

    [Fact]
    public async Task JavaScriptCallsBack_ThenAsyncVoid_AreOneRejectionAndOneRuntimeExit()
    {
        var page = await OpenAliveAsync("/blazor/wasm");
        await page.BreakAsync("handled", "handled");
        await page.BreakAsync("outside", "dotnet-from-js");
        await page.EventsAsync(2);

        await page.BreakAsync("outside", "async-void");

        var events = await page.EventsAsync(3);
        Assert.Equal(
            [ErrorMechanisms.Manual, ErrorMechanisms.RuntimeExit, ErrorMechanisms.UnhandledRejection],
            events.Select(item => item.Mechanism).Order(StringComparer.Ordinal));
        Assert.Contains("BreakButtons.ThrowUnseen", events.Single(item => item.Mechanism == ErrorMechanisms.RuntimeExit).Stack, StringComparison.Ordinal);
        Assert.Contains("boiled over", events.Single(item => item.Mechanism == ErrorMechanisms.UnhandledRejection).Message, StringComparison.Ordinal);
        Assert.True(events.Single(item => item.Mechanism == ErrorMechanisms.Manual).Handled);
    }

    [Fact]
    public async Task Boot_ResourceIsMissing_IsOneResourceEventWithItsAddress()
    {
        var page = await OpenAsync("/blazor/wasm?break-boot=1");

        var item = await page.OnlyEventAsync();

        Assert.Equal(ErrorMechanisms.Resource, item.Mechanism);
        Assert.Contains(".wasm", item.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Auto_FirstVisit_ReportsFromTheServer()
    {
        var page = await OpenAliveAsync("/blazor/auto");

        await page.BreakAsync("boundary", "handler");

        var item = await page.OnlyEventAsync();
        Assert.Equal(ErrorMechanisms.ErrorBoundary, item.Mechanism);
        Assert.StartsWith(page.PageId + ".", item.CorrelationId, StringComparison.Ordinal);
    }

    /// <summary>Which of the frames stand in exactly one event's stack.</summary>
    private static List<string> Frames(IReadOnlyList<ErrorEvent> events, params string[] frames) =>
        [.. frames.Where(frame => events.Count(item => item.Stack?.Contains(frame, StringComparison.Ordinal) == true) == 1)];
}
