namespace ErrorTelemetry.Browser;

[Trait("Category", "Slow")]
public sealed class BrowserDocumentationTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Snippet_OfTheDocumentation_Works()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "docs", "browser.md"), TestContext.Current.CancellationToken);
        var page = await OpenAsync(text.Split("```html")[1].Split("```")[0]);

        await page.ClickAsync("#pay");

        var report = await OnlyReportAsync(page);
        Assert.Equal(("onerror", "TypeError", "the cart is empty", "1.4.2"), (report.Mechanism, report.Type, report.Message, report.Release));
    }
}
