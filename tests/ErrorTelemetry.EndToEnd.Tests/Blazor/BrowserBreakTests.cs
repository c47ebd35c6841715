using ErrorTelemetry.Browser;

namespace ErrorTelemetry.Blazor;

/// <summary>What the page itself does wrong, through the whole of the sample: its content policy, its ingest endpoint, its store.</summary>
[Trait("Category", "Slow")]
public sealed class BrowserBreakTests(SampleHost sample, ChromiumFixture chromium) : SampleTest(sample, chromium)
{
    [Theory]
    [InlineData("throw", ErrorMechanisms.OnError, "TypeError", "browser-breaks")]
    [InlineData("throw-overwritten", ErrorMechanisms.OnError, "RangeError", "browser-breaks")]
    [InlineData("reject-error", ErrorMechanisms.UnhandledRejection, "Error", "browser-breaks")]
    [InlineData("reject-string", ErrorMechanisms.UnhandledRejection, "String", null)]
    [InlineData("script", ErrorMechanisms.Resource, "ResourceError", null)]
    [InlineData("image", ErrorMechanisms.Resource, "ResourceError", null)]
    [InlineData("integrity", ErrorMechanisms.Resource, "ResourceError", null)]
    public async Task Break_OnThePage_IsOneEvent(string name, string mechanism, string type, string? file)
    {
        var page = await OpenAsync("/browser");

        await page.BreakAsync(name);

        var item = await page.OnlyEventAsync();
        Assert.Equal(mechanism, item.Mechanism);
        Assert.Equal(type, item.Type);
        Assert.Equal(page.PageId, item.CorrelationId);
        Assert.Equal("1.0.0-sample", item.Release);
        Assert.Equal("production", item.Environment);
        if (file is not null)
            Assert.Contains(file, item.Stack, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inline_ScriptThrowsBeforeBlazor_IsOneEvent()
    {
        var page = await OpenAsync("/browser/early");

        var item = await page.OnlyEventAsync();

        Assert.Equal(ErrorMechanisms.OnError, item.Mechanism);
        Assert.Equal("RangeError", item.Type);
    }

    [Fact]
    public async Task Api_Answers500_TheServersAndTheBrowsersEventShareTheId()
    {
        var page = await OpenAsync("/browser");

        await page.BreakAsync("api");

        var events = await page.EventsAsync(2);
        Assert.Equal(
            [ErrorMechanisms.ExceptionHandler, ErrorMechanisms.UnhandledRejection],
            events.Select(item => item.Mechanism).Order(StringComparer.Ordinal));
        Assert.All(events, item => Assert.Equal(page.PageId, item.CorrelationId));
    }

    [Fact]
    public async Task Secret_InAMessage_NeverLeavesThePage()
    {
        var page = await OpenAsync("/browser");
        var sent = page.Page.WaitForRequestAsync(request => request.Method == "POST");

        await page.BreakAsync("secret");

        var body = (await sent).PostData!;
        Assert.Contains("Login failed", body, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", body, StringComparison.Ordinal);
        Assert.DoesNotContain("jane.doe", body, StringComparison.Ordinal);
        await page.OnlyEventAsync();
    }

    [Fact]
    public async Task StrictContentPolicy_OnEveryKindOfPage_IsNotViolated()
    {
        var page = await Context.NewPageAsync();
        await page.AddInitScriptAsync("window.violations = []; addEventListener('securitypolicyviolation', event => violations.push(event.blockedURI))");
        foreach (var path in (string[])["/", "/browser", "/blazor/server", "/blazor/wasm"])
        {
            var response = await page.GotoAsync(new Uri(Address, path).AbsoluteUri);
            await page.WaitForFunctionAsync("() => !!window.errorTelemetry");
            if (path.StartsWith("/blazor/", StringComparison.Ordinal))
                await page.Locator("[data-state=ready]").WaitForAsync();
            Assert.Contains("'strict-dynamic' 'wasm-unsafe-eval'", response!.Headers["content-security-policy"], StringComparison.Ordinal);
            Assert.Empty(await page.EvaluateAsync<string[]>("violations"));
        }
    }
}
