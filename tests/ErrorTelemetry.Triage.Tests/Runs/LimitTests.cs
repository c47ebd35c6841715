using ErrorTelemetry.Deciding;
using ErrorTelemetry.GitHub;

namespace ErrorTelemetry;

public sealed class LimitTests
{
    [Fact]
    public async Task RunAsync_AThousandNewGroups_KeepsCapPaceAndDigest()
    {
        await using var bench = await TriageBench.StartAsync();
        await bench.RecordAsync([.. Enumerable.Range(0, 1_000).Select(_ => Some.Event(timestamp: bench.Time.GetUtcNow()))]);

        var report = await bench.RunAsync();

        Assert.Equal((10, 990, 1_000), (bench.GitHub.Issues.Count, report.Waiting.Count, report.Groups.Count));
        Assert.All(bench.GitHub.Writes.Zip(bench.GitHub.Writes.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(1)));
        Assert.InRange(bench.GitHub.Requests.Count, 1, 40);
    }

    [Fact]
    public async Task RunAsync_DailyCap_CountsOtherRunsAndEndsAfterADay()
    {
        await using var bench = await TriageBench.StartAsync();
        for (var i = 0; i < 6; i++)
            await bench.SeeAsync();
        static void Caps(TriageOptions options) => (options.MaxIssuesPerRun, options.MaxIssuesPerDay) = (2, 3);

        for (var i = 0; i < 3; i++)
            await bench.RunAsync(Caps);
        Assert.Equal(3, bench.GitHub.Issues.Count);
        bench.Time.Advance(TimeSpan.FromHours(25));
        await bench.RunAsync(Caps);

        Assert.Equal(5, bench.GitHub.Issues.Count);
    }

    public static TheoryData<int, string, string?, int> Limits => new()
    {
        { 429, "{\"message\":\"slow down\"}", "30", 30 },
        { 403, "{\"message\":\"You have exceeded a secondary rate limit\"}", null, 60 },
        { 403, "{\"message\":\"You have exceeded a secondary rate limit\"}", "-5", 60 },
        { 403, "{\"message\":\"x\"}", "5", 5 },
        { 429, "{}", "0", 60 },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task RunAsync_ShortLimitOnCreate_WaitsLooksUpAndFilesOnce(int status, string body, string? retryAfter, int atLeastSeconds)
    {
        await using var bench = await TriageBench.StartAsync();
        await bench.SeeAsync();
        bench.GitHub.Fail(new FakeFault { Method = "POST", PathEnd = "/issues", Status = status, Body = body, Headers = retryAfter is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Retry-After"] = retryAfter } });

        var report = await bench.RunAsync();

        Assert.Equal(TriageOutcome.Completed, report.Outcome);
        Assert.Single(bench.GitHub.Issues);
        var posts = bench.GitHub.Requests.Where(request => request.Method == "POST" && request.Path.EndsWith("/issues", StringComparison.Ordinal)).ToList();
        Assert.True(posts[1].At - posts[0].At >= TimeSpan.FromSeconds(atLeastSeconds));
        Assert.Contains(bench.GitHub.Requests, request => request.Method == "GET" && request.At > posts[0].At && request.At <= posts[1].At);
    }

    [Fact]
    public async Task RunAsync_LimitThatStays_EndsTheRunInPlaceOfAskingForEveryGroup()
    {
        await using var bench = await TriageBench.StartAsync();
        for (var i = 0; i < 5; i++)
            await bench.SeeAsync();
        bench.GitHub.Fail(new FakeFault { Method = "POST", PathEnd = "/issues", Status = 429, Body = "{}", Headers = new Dictionary<string, string> { ["Retry-After"] = "5" }, Times = 99 });

        var report = await bench.RunAsync();

        Assert.Contains("rate limit", report.Message, StringComparison.Ordinal);
        Assert.InRange(bench.GitHub.Requests.Count(request => request.Method == "POST" && request.Path.EndsWith("/issues", StringComparison.Ordinal)), 2, 4);
        Assert.Empty(bench.GitHub.Issues);
    }

    [Theory]
    [InlineData("Retry-After", "999999")]
    [InlineData("X-RateLimit-Reset", "far")]
    public async Task RunAsync_LongLimit_EndsTheRunAndKeepsTheWork(string header, string value)
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await bench.SeeAsync();
        var headers = new Dictionary<string, string> { [header] = value == "far" ? bench.Time.GetUtcNow().AddMinutes(50).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture) : value, ["X-RateLimit-Remaining"] = "0" };
        bench.GitHub.Fail(new FakeFault { Method = "POST", PathEnd = "/issues", Status = 403, Body = "{\"message\":\"API rate limit exceeded\"}", Headers = headers });

        var report = await bench.RunAsync();

        Assert.Equal((TriageOutcome.Completed, TriageAction.Wait), (report.Outcome, Assert.Single(report.Groups).Action));
        Assert.Contains("rate limit", report.Message, StringComparison.Ordinal);
        Assert.Equal(TriageStatus.Open, (await bench.StateAsync(fingerprint)).Status);
    }

    [Fact]
    public async Task RunAsync_QuotaNearlyGone_StopsBeforeItIs()
    {
        await using var bench = await TriageBench.StartAsync();
        for (var i = 0; i < 10; i++)
            await bench.SeeAsync();
        bench.GitHub.Remaining = 34;

        var report = await bench.RunAsync();

        Assert.Contains("requests are left", report.Message, StringComparison.Ordinal);
        Assert.InRange(bench.GitHub.Remaining.Value, 15, 25);
        Assert.NotEmpty(report.Waiting);
    }

    [Theory]
    [InlineData(401, "token")]
    [InlineData(403, "issues: write")]
    [InlineData(404, "cannot be read")]
    [InlineData(410, "switched off")]
    [InlineData(451, "legal")]
    public async Task RunAsync_PermanentRefusal_EndsWithOneClearMessage(int status, string word)
    {
        await using var bench = await TriageBench.StartAsync();
        await bench.SeeAsync();
        bench.GitHub.Fail(new FakeFault { Status = status, Body = $$"""{"message":"Resource not accessible {{FakeGitHub.Token}}"}""", Times = 99 });

        var report = await bench.RunAsync();

        Assert.Equal((TriageOutcome.Misconfigured, 2), (report.Outcome, report.ExitCode));
        Assert.Contains(word, report.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeGitHub.Token, report.ToJson(), StringComparison.Ordinal);
        Assert.Single(bench.GitHub.Requests);
    }

    [Fact]
    public async Task RunAsync_WrongToken_IsNeverPrinted()
    {
        await using var bench = await TriageBench.StartAsync();
        await bench.SeeAsync();

        var report = await bench.RunAsync(options => options.Token = "wrong-token-1234");

        Assert.Equal(TriageOutcome.Misconfigured, report.Outcome);
        Assert.DoesNotContain("wrong-token-1234", report.ToJson() + report.ToMarkdown(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task RunAsync_ReadsFailNowAndThen_AreTriedAgain(int status)
    {
        await using var bench = await TriageBench.StartAsync();
        await bench.SeeAsync();
        bench.GitHub.Fail(new FakeFault { Method = "GET", Status = status, Body = "{}", Times = 2 });

        Assert.Equal(TriageOutcome.Completed, (await bench.RunAsync()).Outcome);
        Assert.Single(bench.GitHub.Issues);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("down")]
    [InlineData("stall")]
    public async Task RunAsync_GitHubCannotBeReached_EndsAsUnreachable(string kind)
    {
        await using var bench = await TriageBench.StartAsync();
        bench.RequestTimeout = TimeSpan.FromMilliseconds(300);
        await bench.SeeAsync();
        if (kind == "html")
            bench.GitHub.Fail(new FakeFault { Body = "<html>", ContentType = "text/html", Times = 99 });
        else if (kind == "stall")
            bench.GitHub.Fail(new FakeFault { Stall = true, Times = 99 });

        var report = await bench.RunAsync(options => options.GitHubUrl = kind == "down" ? "http://127.0.0.1:1" : options.GitHubUrl);

        Assert.Equal((TriageOutcome.Unreachable, 3), (report.Outcome, report.ExitCode));
    }

    [Theory]
    [InlineData("Location", 307)]
    [InlineData("Link", 200)]
    public async Task RunAsync_PointedToAnotherHost_NeverSendsTheTokenThere(string header, int status)
    {
        await using var bench = await TriageBench.StartAsync();
        await using var other = await FakeGitHub.StartAsync();
        await bench.SeeAsync();
        var address = $"{other.Url}/repos/{FakeGitHub.Repository}/issues";
        bench.GitHub.Fail(new FakeFault { Status = status, Body = status == 200 ? "[]" : "{}", Headers = new Dictionary<string, string> { [header] = header == "Link" ? $"<{address}>; rel=\"next\"" : address } });

        var report = await bench.RunAsync();

        Assert.Equal(TriageOutcome.Misconfigured, report.Outcome);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task RunAsync_FaultyOptions_AreNamedAllAtOnce()
    {
        var report = await new TriageRunner(Some.Store()).RunAsync(new TriageOptions { Repository = "nonsense", GitHubUrl = "http://example.test", MinCount = 0 }, null, TestContext.Current.CancellationToken);

        Assert.Equal(TriageOutcome.Misconfigured, report.Outcome);
        Assert.All(["OWNER/NAME", "https", "GITHUB_TOKEN", "MinCount"], word => Assert.Contains(word, report.Message, StringComparison.Ordinal));
    }
}
