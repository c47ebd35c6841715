namespace ErrorTelemetry.Browser;

[Trait("Category", "Slow")]
public sealed class CapsTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    /// <summary>For ten thousand errors: a millisecond for each, on a machine that is busy with other things. A quiet one takes a twentieth.</summary>
    private const int MostMilliseconds = 10_000;

    [Fact]
    public async Task SameError_TenThousandTimes_IsTwoReportsAndThePageStaysResponsive()
    {
        var page = await OpenAsync(prepare: p => p.Clock.InstallAsync());

        var milliseconds = await page.EvaluateAsync<double>("""
            () => {
                const start = performance.now();
                function loop() { for (let i = 0; i < 10000; i++) dispatchEvent(new ErrorEvent("error", { error: new Error("again") })); }
                loop();
                return performance.now() - start;
            }
            """);

        Assert.InRange(milliseconds, 0, MostMilliseconds);
        await page.Clock.RunForAsync(11_000);
        var reports = await ReportsAsync(page);
        Assert.Equal([null, "9999"], reports.Select(r => r.Report.Tags.GetValueOrDefault("repeats")));
        Assert.Equal(2, reports.Select(r => r.Report.EventId).Distinct().Count());
    }

    [Fact]
    public async Task DifferentErrors_TenThousand_AreTenAMinuteAndFiftyAPage()
    {
        var page = await OpenAsync(prepare: p => p.Clock.InstallAsync());

        var milliseconds = await page.EvaluateAsync<double>("""
            () => {
                const start = performance.now();
                for (let i = 0; i < 10000; i++) dispatchEvent(new ErrorEvent("error", { error: new Error("number " + i) }));
                return performance.now() - start;
            }
            """);
        Assert.InRange(milliseconds, 0, MostMilliseconds);
        await page.EvaluateAsync("new Promise(done => setTimeout(done, 1))");
        Assert.Equal(10, await ArrivedAsync(10));

        for (var minute = 0; minute < 6; minute++)
        {
            await page.Clock.FastForwardAsync(61_000);
            await page.EvaluateAsync("minute => { for (let i = 0; i < 100; i++) reportError(new Error(`minute ${minute} number ${i}`)); }", minute);
        }

        Assert.Equal(40, await ArrivedAsync(40));
        await page.CloseAsync();
        Assert.Equal(50, Host.Received.Count);
        Assert.Contains(Host.Received, r => r.Report.Tags.GetValueOrDefault("dropped") == "9990");
    }

    [Fact]
    public async Task SameError_WithinTenSeconds_AnswersTheIdsOfTheReportThatWent()
    {
        var page = await OpenAsync();

        var ids = await page.EvaluateAsync<string[]>("[1, 2].map(() => errorTelemetry.report('again').eventId)");

        Assert.Equal(ids[0], ids[1]);
        Assert.Equal(ids[0], (await OnlyReportAsync(page)).EventId);
    }

    [Fact]
    public async Task SameError_WithReferenceCodesOfItsOwn_IsNeverFolded()
    {
        var page = await OpenAsync();

        var codes = await page.EvaluateAsync<string[]>(
            "[1, 2].map(() => errorTelemetry.report('again', { correlationId: errorTelemetry.newReferenceCode() }).correlationId)");

        Assert.All(codes, code => Assert.Matches($@"^{Pages.PageId}\.[0-9a-f]{{4}}\z", code));
        Assert.Equal(codes.Order(), (await ReportsAsync(page)).Select(r => r.Report.CorrelationId).Order());
    }

    [Fact]
    public async Task Repeats_WhenTheTabCloses_AreSent()
    {
        var page = await OpenAsync();

        await page.EvaluateAsync("for (let i = 0; i < 3; i++) errorTelemetry.report('again')");
        await page.CloseAsync();

        await NextAsync();
        Assert.Equal("2", (await NextAsync()).Report.Tags["repeats"]);
    }

    private async Task<int> ArrivedAsync(int count)
    {
        for (var i = 0; i < count; i++)
            await NextAsync();
        return count;
    }
}
