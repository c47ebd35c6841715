using ErrorTelemetry.Deciding;
using ErrorTelemetry.GitHub;

namespace ErrorTelemetry;

public sealed class RegressionTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static TheoryData<string, string?, string?, double, bool> Cases => new()
    {
        // what, fixed in (label), release of the event, hours after closing, reopened
        { "older build", "1.5.0", "1.4.2", 1, false },
        { "the fix's own build", "1.5.0", "1.5.0", 1, true },
        { "newer build", "1.5.0", "1.6.0-rc.1", 1, true },
        { "pre-release of the fix is older", "1.5.0", "1.5.0-beta.2", 1, false },
        { "same version, build metadata aside", "1.5.0", "1.5.0+5f3a9c1", 1, true },
        { "newest release then seen", null, "1.4.2", 1, true },
        { "no release, within grace", "1.5.0", null, 2, false },
        { "no release, after grace", "1.5.0", null, 30, true },
        { "commit first seen later than the fix", "5f3a9c1", "77aa001", 1, true },
        { "fix never seen, old version", "9.9.9", "1.4.2", 1, false },
        { "stamped before closing", "1.5.0", "1.6.0", -0.5, false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task RunAsync_ClosedAndSeenAgain_ReopensOnlyARegression(string what, string? fixedIn, string? release, double hours, bool reopened)
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await bench.SeeAsync(release: "1.4.2");
        await bench.RunAsync();
        var issue = bench.GitHub.Issues[0];
        bench.Time.Advance(Hour);
        issue.Close(bench.Time.GetUtcNow());
        issue.Milestone = "Sprint 12";
        if (fixedIn is not null)
            issue.Labels.Add($"fixed-in:{fixedIn}");
        await bench.RunAsync();
        await bench.RecordAsync(Some.Event(fingerprint, bench.Time.GetUtcNow() + (Hour * hours)) with { Release = release });
        bench.Time.Advance(TimeSpan.FromHours(Math.Max(1, hours + 1)));

        var report = await bench.RunAsync();
        await bench.RunAsync();

        Assert.True(reopened == (issue.State == "open"), what);
        Assert.Equal(reopened ? 1 : 0, issue.Comments.Count);
        Assert.Equal(reopened, issue.Labels.Contains("regression"));
        Assert.Equal("Sprint 12", issue.Milestone);
        Assert.Equal(reopened ? TriageStatus.Triaged : TriageStatus.Resolved, (await bench.StateAsync(fingerprint)).Status);
        Assert.Equal(reopened ? TriageAction.Reopen : TriageAction.Leave, report.Groups[0].Action);
        Assert.Single(bench.GitHub.Issues);
    }

    [Fact]
    public async Task RunAsync_CutOffBetweenCommentAndReopening_CommentsOnce()
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await ResolvedAndBackAsync(bench);
        bench.GitHub.Fail(new FakeFault { Method = "PATCH", Status = 500, Body = "{}" });

        await bench.RunAsync();
        await bench.RunAsync();

        Assert.Single(bench.GitHub.Issues[0].Comments);
        Assert.Equal("open", bench.GitHub.Issues[0].State);
        Assert.Equal((TriageStatus.Triaged, 1), ((await bench.StateAsync(fingerprint)).Status, (await bench.StateAsync(fingerprint)).Regressions));
    }

    [Fact]
    public async Task RunAsync_LostAnswerToTheComment_CommentsOnce()
    {
        await using var bench = await TriageBench.StartAsync();
        await ResolvedAndBackAsync(bench);
        bench.GitHub.Fail(new FakeFault { Method = "POST", PathEnd = "/comments", AfterWrite = true, Reset = true });

        await bench.RunAsync();
        await bench.RunAsync();

        Assert.Single(bench.GitHub.Issues[0].Comments);
        Assert.Equal("open", bench.GitHub.Issues[0].State);
    }

    [Fact]
    public async Task RunAsync_LockedIssue_IsReopenedWithoutAComment()
    {
        await using var bench = await TriageBench.StartAsync();
        await ResolvedAndBackAsync(bench);
        bench.GitHub.Issues[0].Locked = true;

        var report = await bench.RunAsync();

        Assert.Empty(bench.GitHub.Issues[0].Comments);
        Assert.Equal("open", bench.GitHub.Issues[0].State);
        Assert.Contains("locked", report.Groups[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ManyRegressions_CommentsUpToTheCap()
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await bench.SeeAsync();
        for (var i = 0; i < 4; i++)
        {
            await bench.RunAsync(options => options.MaxCommentsPerIssue = 2);
            bench.Time.Advance(Hour);
            bench.GitHub.Issues[0].Close(bench.Time.GetUtcNow());
            bench.Time.Advance(Hour);
            await bench.SeeAsync(fingerprint);
        }

        await bench.RunAsync(options => options.MaxCommentsPerIssue = 2);

        Assert.Equal(2, bench.GitHub.Issues[0].Comments.Count);
        Assert.Equal(4, (await bench.StateAsync(fingerprint)).Regressions);
    }

    [Fact]
    public async Task RunAsync_MuteUntilACountEnds_SpeaksAgain()
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await bench.SeeAsync();
        var state = await bench.StateAsync(fingerprint);
        await bench.Store.TryChangeTriageAsync(fingerprint, state.Version, state with { Status = TriageStatus.Ignored, IgnoreUntil = new IgnoreUntil(null, 3) }, TestContext.Current.CancellationToken);

        var muted = await bench.RunAsync();
        await bench.SeeAsync(fingerprint);
        await bench.SeeAsync(fingerprint);
        var spoken = await bench.RunAsync();

        Assert.Equal((TriageAction.Mute, TriageAction.Create), (muted.Groups[0].Action, spoken.Groups[0].Action));
    }

    private static async Task<string> ResolvedAndBackAsync(TriageBench bench)
    {
        var fingerprint = await bench.SeeAsync();
        await bench.RunAsync();
        bench.Time.Advance(Hour);
        bench.GitHub.Issues[0].Close(bench.Time.GetUtcNow());
        bench.Time.Advance(Hour);
        await bench.SeeAsync(fingerprint);
        return fingerprint;
    }
}
