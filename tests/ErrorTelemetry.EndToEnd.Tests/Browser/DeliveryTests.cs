using Microsoft.Playwright;

namespace ErrorTelemetry.Browser;

[Trait("Category", "Slow")]
public sealed class DeliveryTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Tab_ClosedRightAfterAnError_Delivers()
    {
        var page = await OpenAsync();

        await page.EvaluateAsync("errorTelemetry.report(new Error('last words'))");
        await page.CloseAsync();

        Assert.Equal("last words", (await NextAsync()).Report.Message);
    }

    [Fact]
    public async Task Navigation_DuringAnError_Delivers()
    {
        var page = await OpenAsync();
        Host.Serve("/next", Pages.Document("", "next"));

        await page.EvaluateAsync("addEventListener('pagehide', () => errorTelemetry.report(new Error('on the way out'))), location.href = '/next'");

        Assert.Equal("on the way out", (await NextAsync()).Report.Message);
    }

    [Fact]
    public async Task Offline_ThenOnline_DeliversOnce()
    {
        var page = await OpenAsync();
        await Context.SetOfflineAsync(true);
        await page.EvaluateAsync("errorTelemetry.report(new Error('in the tunnel'))");
        Assert.Equal(1, await WaitingAsync(page));

        await Context.SetOfflineAsync(false);

        Assert.Equal("in the tunnel", (await NextAsync()).Report.Message);
        Assert.Empty(await ReportsAsync(page));
        Assert.Equal(0, await WaitingAsync(page));
    }

    [Fact]
    public async Task Offline_ThenTheNextPage_Delivers()
    {
        var page = await OpenAsync();
        await Context.SetOfflineAsync(true);
        await page.EvaluateAsync("errorTelemetry.report(new Error('in the tunnel'))");
        await page.CloseAsync();
        Assert.Empty(Host.Received);
        await Context.SetOfflineAsync(false);

        await OpenAsync();

        var received = await NextAsync();
        Assert.Equal("in the tunnel", received.Report.Message);
        Assert.Equal(received.Report.CorrelationId, received.CorrelationHeader);
    }

    [Fact]
    public async Task TwoTabs_WhenBackOnline_DoNotDuplicateTheQueue()
    {
        var first = await OpenAsync();
        var second = await OpenAsync();
        await Context.SetOfflineAsync(true);
        foreach (var (page, name) in new[] { (first, "first"), (second, "second") })
            await page.EvaluateAsync("name => { for (let i = 0; i < 5; i++) errorTelemetry.report(new Error(`${name} ${i}`)); }", name);

        await Context.SetOfflineAsync(false);

        var messages = new List<string>();
        for (var i = 0; i < 10; i++)
            messages.Add((await NextAsync()).Report.Message);
        await first.WaitForFunctionAsync($"() => !({WaitingScript}).length");
        Assert.Equal(10, messages.Distinct().Count());
        Assert.Equal(10, Host.Received.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NetworkFailureOrTimeout_IsTriedAgainLater(bool timeout)
    {
        Host.DefaultAnswer = timeout ? Answers.TooSlow : Answers.Break;
        var page = await OpenWithClockAsync();
        await page.EvaluateAsync("errorTelemetry.report(new Error('server down'))");
        await WaitForWaitingAsync(page, 1);
        // On a connection that was used before, Chromium takes a 408 for the end of an idle one and tries once more by itself.
        var attempts = Host.Received.Count;

        Host.DefaultAnswer = Answers.Recorded;
        await page.Clock.RunForAsync(1_000);
        Assert.Equal(attempts, Host.Received.Count);
        await page.Clock.RunForAsync(5_000);

        await WaitForWaitingAsync(page, 0);
        Assert.Equal(attempts + 1, Host.Received.Count);
        Assert.Single(Host.Received.Select(r => r.Report.EventId).Distinct());
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task RetryAfter_IsObeyedByLaterReportsOtherTabsAndTheNextPage(int status)
    {
        Host.AnswerNext(status == 429 ? Answers.TooMany("120") : Answers.Unavailable("120"));
        var page = await OpenWithClockAsync();
        await page.EvaluateAsync("errorTelemetry.report(new Error('first'))");
        await WaitForWaitingAsync(page, 1);

        await page.EvaluateAsync("errorTelemetry.report(new Error('second'))");
        await WaitForWaitingAsync(page, 2);
        var other = await OpenWithClockAsync();
        await other.EvaluateAsync("errorTelemetry.report(new Error('third'))");
        await WaitForWaitingAsync(page, 3);
        await page.Clock.RunForAsync(110_000);
        Assert.Single(Host.Received);

        await page.Clock.RunForAsync(15_000);

        await WaitForWaitingAsync(page, 0);
        Assert.Equal(["first", "first", "second", "third"], Host.Received.Select(r => r.Report.Message));
    }

    [Fact]
    public async Task Unavailable_WithoutRetryAfter_BacksOffFurtherEachTime()
    {
        Host.DefaultAnswer = Answers.Unavailable(null);
        var page = await OpenWithClockAsync();
        await page.EvaluateAsync("errorTelemetry.report(new Error('busy'))");

        // Waits of 2.5 to 5, 5 to 10, and 10 to 20 s.
        foreach (var (attempts, seconds) in new[] { (1, 5), (2, 10), (3, 20) })
        {
            await AnsweredAsync(page, attempts);
            await page.Clock.RunForAsync(seconds * 1_000 / 2 - 500);
            Assert.Equal(attempts, Host.Received.Count);
            await page.Clock.RunForAsync(seconds * 1_000 / 2 + 500);
        }

        await AnsweredAsync(page, 4);
    }

    [Fact]
    public async Task Burst_ThatFails_BacksOffOnce()
    {
        Host.DefaultAnswer = Answers.Unavailable(null);
        var page = await OpenWithClockAsync();
        await page.EvaluateAsync("for (let i = 0; i < 8; i++) errorTelemetry.report(new Error('burst ' + i))");
        await WaitForWaitingAsync(page, 8);

        Host.DefaultAnswer = Answers.Recorded;
        await page.Clock.RunForAsync(5_100);

        await WaitForWaitingAsync(page, 0);
    }

    [Fact]
    public async Task Queue_WithAnEntryThatIsNoReport_GoesOutAllTheSame()
    {
        Host.DefaultAnswer = context =>
        {
            context.Response.StatusCode = 400;
            return Task.CompletedTask;
        };
        var page = await OpenAsync();
        await page.EvaluateAsync("localStorage[`errorTelemetry:${Date.now()}.x`] = 'null'; dispatchEvent(new Event('online'))");

        await WaitForWaitingAsync(page, 0);
    }

    [Fact]
    public async Task CorrelationId_ThatNoHeaderCanHold_IsReplaced()
    {
        var page = await OpenAsync();

        await page.EvaluateAsync("errorTelemetry.report('x', { correlationId: 'Größe 1' })");

        var received = await NextAsync();
        Assert.Equal((Pages.PageId, Pages.PageId), (received.Report.CorrelationId, received.CorrelationHeader));
    }

    [Fact]
    public async Task NotFound_StopsItForThePage()
    {
        Host.AnswerNext(Answers.NotFound);
        var page = await OpenAsync();
        await page.EvaluateAsync("errorTelemetry.report(new Error('telemetry is off'))");
        await AnsweredAsync(page, 1);

        await page.EvaluateAsync("errorTelemetry.report(new Error('and again'))");
        await page.EvaluateAsync(Later("throw new Error('and again')"));

        Assert.Equal(1, await page.EvaluateAsync<int>("requests.length"));
        Assert.Equal(0, await WaitingAsync(page));
    }

    [Fact]
    public async Task BadRequest_IsNotTriedAgain()
    {
        Host.AnswerNext(Answers.BadRequest);
        var page = await OpenAsync();
        await page.EvaluateAsync("errorTelemetry.report(new Error('refused'))");

        Assert.Equal("refused", (await NextAsync()).Report.Message);
        await page.EvaluateAsync("errorTelemetry.report(new Error('next'))");
        Assert.Equal("next", (await NextAsync()).Report.Message);
        Assert.Equal(0, await WaitingAsync(page));
    }

    [Fact]
    public async Task Queue_IsBoundedInCountBytesAndAge()
    {
        var page = await OpenAsync();
        await Context.SetOfflineAsync(true);
        await page.EvaluateAsync("""
            for (let i = 0; i < 60; i++) localStorage[`errorTelemetry:${Date.now() - 1000 + i}.aa`] = JSON.stringify({ n: i, correlationId: 'aaaaaaaa' });
            localStorage[`errorTelemetry:${Date.now() - 25 * 3600e3}.old`] = '{}';
            errorTelemetry.report(new Error('newest'));
            """);
        Assert.Equal(20, await WaitingAsync(page));
        Assert.Contains("newest", await page.EvaluateAsync<string>($"localStorage[({WaitingScript}).pop()]"), StringComparison.Ordinal);

        await page.EvaluateAsync("const e = new Error('big'); e.stack = 'ü'.repeat(60) + ' at x ü'.repeat(3000); errorTelemetry.report(e); e.message = 'bigger'; errorTelemetry.report(e)");

        var bytes = await page.EvaluateAsync<int>($"new Blob(({WaitingScript}).map(key => localStorage[key])).size");
        Assert.InRange(bytes, 1, 48 * 1024);
    }

    [Fact]
    public async Task Requests_AreKeptAliveWithinTheBudgetAndPlainBeyondIt()
    {
        var page = await OpenAsync();

        await page.EvaluateAsync("for (let i = 0; i < 6; i++) { const e = new Error('big ' + i); e.stack = ' at word'.repeat(2000); errorTelemetry.report(e); }");

        for (var i = 0; i < 6; i++)
            await NextAsync();
        var keptAlive = await page.EvaluateAsync<int>("requests.filter(r => r.keepalive).reduce((sum, r) => sum + r.length, 0)");
        Assert.InRange(keptAlive, 16_000, 60 * 1024);
        Assert.True(await page.EvaluateAsync<bool>("requests.some(r => !r.keepalive)"));
    }

    private const string WaitingScript = "Object.keys(localStorage).filter(key => /^errorTelemetry:\\d/.test(key)).sort()";

    private static Task<int> WaitingAsync(IPage page) => page.EvaluateAsync<int>($"({WaitingScript}).length");

    private static async Task WaitForWaitingAsync(IPage page, int count) =>
        await page.WaitForFunctionAsync($"count => ({WaitingScript}).length === count", count, new PageWaitForFunctionOptions { PollingInterval = 20 });

    private Task<IPage> OpenWithClockAsync() => OpenAsync(prepare: page => page.Clock.InstallAsync());
}
