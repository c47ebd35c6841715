using ErrorTelemetry.Deciding;
using ErrorTelemetry.GitHub;
using ErrorTelemetry.Issues;

namespace ErrorTelemetry;

public sealed class CreateTests
{
    [Fact]
    public async Task RunAsync_NewGroup_FilesOneIssueWithMarkerAndLabelsAndLinksIt()
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await bench.SeeAsync();

        var report = await bench.RunAsync();

        var issue = Assert.Single(bench.GitHub.Issues);
        Assert.Equal(TriageOutcome.Completed, report.Outcome);
        Assert.Equal(fingerprint, IssueMarkers.ReadFingerprint(issue.Body));
        Assert.Equal(["error-telemetry", "invalid-state", "severity:high"], issue.Labels);
        var state = await bench.StateAsync(fingerprint);
        Assert.Equal((TriageStatus.Triaged, 1, "invalid-state"), (state.Status, state.Issue!.Number, state.Category));
        Assert.Equal(state.Issue.Url, Assert.Single(report.Groups).IssueUrl);
    }

    [Fact]
    public async Task RunAsync_SecondTime_WritesNothing()
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await bench.SeeAsync();
        await bench.RunAsync();
        var (writes, version) = (bench.GitHub.Writes.Count, (await bench.StateAsync(fingerprint)).Version);

        var report = await bench.RunAsync();

        Assert.Equal(TriageAction.Leave, Assert.Single(report.Groups).Action);
        Assert.Equal((writes, version), (bench.GitHub.Writes.Count, (await bench.StateAsync(fingerprint)).Version));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task RunAsync_DryRun_OnlyReadsAndShowsWhatWouldBeSent(bool withToken, int atLeast)
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await bench.SeeAsync();

        var report = await bench.RunAsync(options => (options.DryRun, options.Token) = (true, withToken ? FakeGitHub.Token : null));

        var group = Assert.Single(report.Groups);
        Assert.Equal(TriageAction.Create, group.Action);
        Assert.Contains(IssueMarkers.Fingerprint(fingerprint), group.Issue!.Body, StringComparison.Ordinal);
        Assert.All(bench.GitHub.Requests, request => Assert.Equal("GET", request.Method));
        Assert.InRange(bench.GitHub.Requests.Count, atLeast, 2 * atLeast);
        Assert.Equal(0, (await bench.StateAsync(fingerprint)).Version);
    }

    [Fact]
    public async Task RunAsync_DryRun_PrintsExactlyWhatIsSentThen()
    {
        await using var bench = await TriageBench.StartAsync();
        await bench.SeeAsync();
        var promised = Assert.Single((await bench.RunAsync(options => options.DryRun = true)).Groups).Issue!;

        await bench.RunAsync();

        var issue = Assert.Single(bench.GitHub.Issues);
        Assert.Equal((promised.Title, promised.Body), (issue.Title, issue.Body));
        Assert.Equal(promised.Labels, issue.Labels);
    }

    public static TheoryData<string> LostAnswers => ["reset", "brace", "empty", "null", "html", "stall", "500", "malformed"];

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task RunAsync_AnswerToTheCreateIsLost_FindsTheIssueAndLinksIt(string kind)
    {
        await using var bench = await TriageBench.StartAsync();
        bench.RequestTimeout = TimeSpan.FromSeconds(kind == "stall" ? 1 : 30);
        var fingerprint = await bench.SeeAsync();
        bench.GitHub.Fail(kind switch
        {
            "reset" => new FakeFault { Method = "POST", PathEnd = "/issues", AfterWrite = true, Reset = true },
            "brace" => new FakeFault { Method = "POST", PathEnd = "/issues", AfterWrite = true, Status = 201, Body = "{}" },
            "empty" => new FakeFault { Method = "POST", PathEnd = "/issues", AfterWrite = true, Status = 201 },
            "null" => new FakeFault { Method = "POST", PathEnd = "/issues", AfterWrite = true, Status = 201, Body = "null" },
            "html" => new FakeFault { Method = "POST", PathEnd = "/issues", AfterWrite = true, Body = "<html></html>", ContentType = "text/html" },
            "stall" => new FakeFault { Method = "POST", PathEnd = "/issues", AfterWrite = true, Status = 201, Stall = true },
            "500" => new FakeFault { Method = "POST", PathEnd = "/issues", AfterWrite = true, Status = 500, Body = "{\"message\":\"Server Error\"}" },
            _ => new FakeFault { Method = "POST", PathEnd = "/issues", AfterWrite = true, Status = 201, Body = "{\"number\": 1, " },
        });

        await bench.RunAsync();
        await bench.RunAsync();

        Assert.Single(bench.GitHub.Issues);
        Assert.Equal((TriageStatus.Triaged, 1), ((await bench.StateAsync(fingerprint)).Status, (await bench.StateAsync(fingerprint)).Issue!.Number));
    }

    [Fact]
    public async Task RunAsync_NobodyKnowsWhetherItWasCreated_WaitsForTheClaimAndLooksBeforeSendingAgain()
    {
        await using var bench = await TriageBench.StartAsync();
        await bench.SeeAsync();
        bench.GitHub.Fail(new FakeFault { Method = "POST", PathEnd = "/issues", Status = 502, Body = "{}" });

        var first = await bench.RunAsync();
        var second = await bench.RunAsync();
        Assert.Empty(bench.GitHub.Issues);
        bench.Time.Advance(TimeSpan.FromMinutes(16));
        var third = await bench.RunAsync();

        Assert.Equal((TriageOutcome.SomeFailed, TriageAction.Skip, TriageAction.Create), (first.Outcome, second.Groups[0].Action, third.Groups[0].Action));
        Assert.Single(bench.GitHub.Issues);
    }

    [Fact]
    public async Task RunAsync_ListLagsBehindALostAnswer_StillFilesOnce()
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await bench.SeeAsync();
        bench.GitHub.ListLag = TimeSpan.FromMinutes(10);
        bench.GitHub.Fail(new FakeFault { Method = "POST", PathEnd = "/issues", AfterWrite = true, Reset = true });

        for (var i = 0; i < 5; i++)
        {
            await bench.RunAsync();
            bench.Time.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Single(bench.GitHub.Issues);
        Assert.Equal(TriageStatus.Triaged, (await bench.StateAsync(fingerprint)).Status);
    }

    [Fact]
    public async Task RunAsync_FourRunnersAtOnce_FileOneIssuePerGroup()
    {
        await using var bench = await TriageBench.StartAsync();
        for (var i = 0; i < 8; i++)
            await bench.SeeAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => bench.RunAsync()));

        Assert.Equal(8, bench.GitHub.Issues.Count);
        Assert.Equal(8, bench.GitHub.Issues.Select(issue => IssueMarkers.ReadFingerprint(issue.Body)).Distinct().Count());
    }

    [Fact]
    public async Task RunAsync_IssueOfALostStore_IsLinkedAndNotFiledAgain()
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await bench.SeeAsync();
        // The third page, after pull requests and issues of other groups.
        for (var i = 1; i <= 250; i++)
        {
            var other = new FakeIssue { Number = i, Title = "x", Body = IssueMarkers.Fingerprint(i == 250 ? fingerprint : Some.Fingerprint()), CreatedAt = "2026-01-01T00:00:00Z", UpdatedAt = "2026-01-01T00:00:00Z", IsPullRequest = i % 2 == 1 };
            other.Labels.Add("Error-Telemetry");
            bench.GitHub.Issues.Add(other);
        }

        var report = await bench.RunAsync();

        Assert.Equal(TriageAction.Sync, Assert.Single(report.Groups).Action);
        Assert.Empty(bench.GitHub.Writes);
        Assert.Equal(250, (await bench.StateAsync(fingerprint)).Issue!.Number);
    }

    [Fact]
    public async Task RunAsync_RefusedIssue_FailsThatGroupAndGoesOn()
    {
        await using var bench = await TriageBench.StartAsync();
        await bench.SeeAsync();
        await bench.SeeAsync();
        bench.GitHub.Fail(new FakeFault { Method = "POST", PathEnd = "/issues", Status = 422, Body = """{"message":"Validation Failed","errors":["body is odd"]}""" });

        var report = await bench.RunAsync();

        Assert.Equal((TriageOutcome.SomeFailed, 1), (report.Outcome, report.Groups.Count(group => group.Failure is not null)));
        Assert.Single(bench.GitHub.Issues);
        Assert.Equal(2, (await bench.RunAsync()).Groups.Count(group => group.IssueUrl is not null));
    }

    [Fact]
    public async Task RunAsync_Cancelled_GivesTheClaimBack()
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await bench.SeeAsync();
        using var cancelled = new CancellationTokenSource();
        bench.Store = new CancelOnClaim(bench.Store, cancelled);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.RunUntilAsync(cancelled.Token));

        Assert.Equal(TriageStatus.Open, (await bench.StateAsync(fingerprint)).Status);
        Assert.Empty(bench.GitHub.Issues);
    }
}
