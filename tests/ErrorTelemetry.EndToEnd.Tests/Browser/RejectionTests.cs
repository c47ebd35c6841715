namespace ErrorTelemetry.Browser;

[Trait("Category", "Slow")]
public sealed class RejectionTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData("new RangeError('too far')", "RangeError", "too far")]
    [InlineData("'plain text'", "String", "plain text")]
    [InlineData("42", "Number", "42")]
    [InlineData("undefined", "Undefined", "undefined")]
    [InlineData("null", "Null", "null")]
    [InlineData("Symbol('x')", "Symbol", "Symbol(x)")]
    [InlineData("({ code: 7, list: [1, 2n] })", "Object", """{"code":7,"list":[1,"2"]}""")]
    [InlineData("({ message: 'like an error' })", "Object", "like an error")]
    [InlineData("(() => { const o = { a: 1 }; o.self = o; return o; })()", "Object", """{"a":1,"self":"…"}""")]
    [InlineData("new Response()", "Response", "[object Response]")]
    [InlineData("new DOMException('gone', 'DataError')", "DataError", "gone")]
    [InlineData("new Error('')", "Error", "Error")]
    [InlineData("new AggregateError([new TypeError('one')], 'all failed')", "AggregateError", "all failed")]
    [InlineData("(() => { const p = Proxy.revocable({}, {}); p.revoke(); return p.proxy; })()", "Object", "(unreadable)")]
    [InlineData("({ get message() { throw 1; } })", "Object", "(unreadable)")]
    public async Task Rejection_AnyReason_ArrivesOnce(string reason, string type, string message)
    {
        var page = await OpenAsync();

        await page.EvaluateAsync(Later($"Promise.reject({reason})"));

        var report = await OnlyReportAsync(page);
        Assert.Equal(("unhandledrejection", type, message), (report.Mechanism, report.Type, report.Message));
    }

    [Fact]
    public async Task Rejection_Error_HasItsStack()
    {
        var page = await OpenAsync(Pages.WithModule("<script>async function load() { throw new Error('no data'); }</script>"));

        await page.EvaluateAsync(Later("load()"));

        Assert.Contains("at load (", (await OnlyReportAsync(page)).Stack, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejection_ErrorOfAnotherRealm_IsReadAsAnError()
    {
        var page = await OpenAsync(Pages.WithModule("<iframe srcdoc='<p>frame</p>'></iframe>"));

        await page.EvaluateAsync(Later("Promise.reject(new frames[0].TypeError('from the frame'))"));

        var report = await OnlyReportAsync(page);
        Assert.Equal(("TypeError", "from the frame"), (report.Type, report.Message));
        Assert.False(string.IsNullOrEmpty(report.Stack));
    }

    [Fact]
    public async Task Rejection_OfAFetchThatFailed_DoesNotBlameTheModule()
    {
        var page = await OpenAsync(Pages.WithModule("<script>async function load() { await fetch('/gone'); }</script>"));
        Host.Serve("/gone", Answers.Break);

        await page.EvaluateAsync("load().catch(e => { Promise.reject(e); }).then(() => new Promise(done => setTimeout(done)))");

        var report = await OnlyReportAsync(page);
        Assert.Equal("Failed to fetch", report.Message);
        Assert.DoesNotContain("error-telemetry.js", report.Stack, StringComparison.Ordinal);
        Assert.Contains("at load (", report.Stack, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejection_OfARequestThatNavigationCutOff_IsNoise()
    {
        var page = await OpenAsync();
        await page.EvaluateAsync("dispatchEvent(new Event('beforeunload'))");

        await page.EvaluateAsync(Later("Promise.reject(new TypeError('Failed to fetch')); Promise.reject(new DOMException('The user aborted a request.', 'AbortError'))"));

        Assert.Empty(await ReportsAsync(page));
    }
}
