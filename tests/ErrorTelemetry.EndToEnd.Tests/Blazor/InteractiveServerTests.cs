using ErrorTelemetry.Browser;

namespace ErrorTelemetry.Blazor;

[Trait("Category", "Slow")]
public sealed class InteractiveServerTests(SampleHost sample, ChromiumFixture chromium) : SampleTest(sample, chromium)
{
    [Theory]
    [InlineData("handler", "System.InvalidOperationException", "BreakButtons.Throw")]
    [InlineData("handler-async", "System.TimeoutException", "BreakButtons.ThrowLater")]
    [InlineData("render", "System.InvalidOperationException", "RenderBreak.Crumble")]
    [InlineData("init-async", "System.InvalidOperationException", "InitializedBreak.OnInitializedAsync")]
    [InlineData("dispatch", "System.TimeoutException", "TimerBreak.Ring")]
    [InlineData("dispose", "System.InvalidOperationException", "DisposeBreak.Dispose")]
    [InlineData("js-from-dotnet", "Microsoft.JSInterop.JSException", "BreakButtons.CallBrokenScript")]
    [InlineData("async-void", "System.InvalidOperationException", "BreakButtons.ThrowUnseen")]
    public async Task Outside_OfAnyBoundary_IsOneEventOfTheCircuit(string name, string type, string frame)
    {
        var page = await OpenAliveAsync("/blazor/server");

        await page.BreakAsync("outside", name);

        var item = await page.OnlyEventAsync();
        Assert.Equal(ErrorMechanisms.Circuit, item.Mechanism);
        Assert.Equal(type, item.Type);
        Assert.Contains(frame, item.Stack, StringComparison.Ordinal);
        Assert.Equal(page.PageId, item.CorrelationId);
        Assert.Equal(page.PageId, item.PageId);
        Assert.Equal("/blazor/server", item.Route);
        Assert.EndsWith("/blazor/server", item.Url, StringComparison.Ordinal);
        Assert.NotEmpty(item.Tags["circuit.id"]);
        Assert.False(item.Handled);
    }

    [Theory]
    [InlineData("boundary", "handler", "System.InvalidOperationException", "BreakButtons.Throw")]
    [InlineData("boundary", "handler-async", "System.TimeoutException", "BreakButtons.ThrowLater")]
    [InlineData("boundary", "render", "System.InvalidOperationException", "RenderBreak.Crumble")]
    [InlineData("boundary", "init-async", "System.InvalidOperationException", "InitializedBreak.OnInitializedAsync")]
    [InlineData("boundary", "dispatch", "System.TimeoutException", "TimerBreak.Ring")]
    [InlineData("stock", "handler", "System.InvalidOperationException", "BreakButtons.Throw")]
    [InlineData("stock", "render", "System.InvalidOperationException", "RenderBreak.Crumble")]
    public async Task Inside_ABoundary_IsOneEventUnderACodeOfItsOwn(string part, string name, string type, string frame)
    {
        var page = await OpenAliveAsync("/blazor/server");

        await page.BreakAsync(part, name);

        var item = await page.OnlyEventAsync();
        Assert.Equal(ErrorMechanisms.ErrorBoundary, item.Mechanism);
        Assert.Equal(type, item.Type);
        Assert.Contains(frame, item.Stack, StringComparison.Ordinal);
        Assert.StartsWith(page.PageId + ".", item.CorrelationId, StringComparison.Ordinal);
        Assert.Equal(page.PageId, item.PageId);
        if (part == "boundary")
            Assert.Contains("\"board\" of ErrorTelemetry.Sample.Client.Breaks.BreakBoard", item.ComponentStack, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JavaScript_CallsBackIntoDotNetThatThrows_IsOneRejection()
    {
        var page = await OpenAliveAsync("/blazor/server");

        await page.BreakAsync("outside", "dotnet-from-js");

        var item = await page.OnlyEventAsync();
        Assert.Equal(ErrorMechanisms.UnhandledRejection, item.Mechanism);
        Assert.Contains("Explode", item.Message, StringComparison.Ordinal);
        Assert.Equal(page.PageId, item.CorrelationId);
    }

    [Fact]
    public async Task Handled_ReportedByTheApp_IsOneManualEventWithItsTag()
    {
        var page = await OpenAliveAsync("/blazor/server");

        await page.BreakAsync("handled", "handled");

        var item = await page.OnlyEventAsync();
        Assert.Equal(ErrorMechanisms.Manual, item.Mechanism);
        Assert.True(item.Handled);
        Assert.Equal("upside-down cake", item.Tags["recipe"]);
        Assert.Equal(item.CorrelationId, await page.Page.Locator("[data-code]").TextContentAsync());
    }

    [Fact]
    public async Task Disconnect_OfACircuit_IsNoError()
    {
        var page = await OpenAliveAsync("/blazor/server");

        await page.Page.CloseAsync();
        var next = await OpenAliveAsync("/blazor/server");
        await next.BreakAsync("handled", "handled");
        await next.OnlyEventAsync();

        Assert.Empty(await Store.FindEventsAsync(page.PageId, 10, TestContext.Current.CancellationToken));
    }
}
