using ErrorTelemetry.Deciding;
using ErrorTelemetry.GitHub;

namespace ErrorTelemetry;

public sealed class SyncBackTests
{
    [Theory]
    [InlineData("completed", null, null, TriageStatus.Resolved, "1.4.2")]
    [InlineData("completed", "fixed-in:1.5.0", null, TriageStatus.Resolved, "1.5.0")]
    [InlineData("completed", null, "2.0.0", TriageStatus.Resolved, "2.0.0")]
    [InlineData("completed", null, "Sprint 12", TriageStatus.Resolved, "1.4.2")]
    [InlineData("not_planned", null, null, TriageStatus.Ignored, null)]
    [InlineData("duplicate", null, null, TriageStatus.Ignored, null)]
    [InlineData("a_word_of_the_future", null, null, TriageStatus.Ignored, null)]
    [InlineData("completed", "WontFix", null, TriageStatus.Ignored, null)]
    public async Task RunAsync_ClosedIssue_ChangesTheGroup(string reason, string? label, string? milestone, TriageStatus expected, string? resolvedIn)
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await bench.SeeAsync();
        await bench.RunAsync();
        var issue = bench.GitHub.Issues[0];
        issue.Close(bench.Time.GetUtcNow().AddMinutes(1), reason);
        issue.Milestone = milestone;
        if (label is not null)
            issue.Labels.Add(label);
        var writes = bench.GitHub.Writes.Count;

        await bench.RunAsync();
        var version = (await bench.StateAsync(fingerprint)).Version;
        await bench.RunAsync();

        var state = await bench.StateAsync(fingerprint);
        Assert.Equal((expected, resolvedIn, version), (state.Status, state.ResolvedIn, state.Version));
        Assert.Equal(writes, bench.GitHub.Writes.Count);
    }

    [Fact]
    public async Task RunAsync_OpenIssueLabelledWontfix_IsIgnoredAndStaysSoWhileItGrows()
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await bench.SeeAsync();
        await bench.RunAsync();
        bench.GitHub.Issues[0].Labels.Add("wontfix");
        await bench.RunAsync();
        var writes = bench.GitHub.Writes.Count;
        for (var i = 0; i < 5; i++)
            await bench.SeeAsync(fingerprint);

        var report = await bench.RunAsync();

        Assert.Equal(TriageAction.Mute, report.Groups[0].Action);
        Assert.Contains("5 more", report.Groups[0].Reason, StringComparison.Ordinal);
        Assert.Equal(writes, bench.GitHub.Writes.Count);
    }

    [Fact]
    public async Task RunAsync_RenamedRepository_FindsTheIssueByItsMarkerAndGoesOn()
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await bench.SeeAsync();
        await bench.RunAsync();
        var state = await bench.StateAsync(fingerprint);
        await bench.Store.TryChangeTriageAsync(fingerprint, state.Version, state with { Issue = state.Issue! with { Repository = "owner/former-name" } }, TestContext.Current.CancellationToken);
        bench.GitHub.Issues[0].Close(bench.Time.GetUtcNow().AddMinutes(1), "completed");

        await bench.RunAsync();

        var next = await bench.StateAsync(fingerprint);
        Assert.Equal((TriageStatus.Resolved, FakeGitHub.Repository), (next.Status, next.Issue?.Repository));
        Assert.Single(bench.GitHub.Issues);
    }

    [Fact]
    public async Task RunAsync_ReopenedByHand_IsTriagedAgain()
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await bench.SeeAsync();
        await bench.RunAsync();
        bench.GitHub.Issues[0].Close(bench.Time.GetUtcNow());
        await bench.RunAsync();
        bench.GitHub.Issues[0].Reopen();

        var report = await bench.RunAsync();

        Assert.Equal(TriageStatus.Triaged, (await bench.StateAsync(fingerprint)).Status);
        Assert.Contains("by hand", report.Groups[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_DeletedIssue_IsIgnoredSaidAndNeverFiledAgain()
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await bench.SeeAsync();
        await bench.RunAsync();
        bench.GitHub.Issues[0].Deleted = true;
        await bench.SeeAsync(fingerprint);

        var report = await bench.RunAsync();
        await bench.RunAsync();

        Assert.Contains("deleted", report.Groups[0].Reason, StringComparison.Ordinal);
        Assert.Single(bench.GitHub.Issues);
        Assert.Equal(TriageStatus.Ignored, (await bench.StateAsync(fingerprint)).Status);
    }

    [Fact]
    public async Task RunAsync_TransferredIssue_IsFollowedAndLeftAlone()
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await bench.SeeAsync();
        await bench.RunAsync();
        bench.GitHub.Issues[0].Repository = "owner/other";
        var writes = bench.GitHub.Writes.Count;
        for (var i = 0; i < 5; i++)
            await bench.SeeAsync(fingerprint);

        await bench.RunAsync();
        await bench.RunAsync();

        Assert.Equal("owner/other", (await bench.StateAsync(fingerprint)).Issue!.Repository);
        Assert.Equal((1, writes), (bench.GitHub.Issues.Count, bench.GitHub.Writes.Count));
    }

    [Fact]
    public async Task RunAsync_LabelTakenOff_IsStillFoundByItsLink()
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await bench.SeeAsync();
        await bench.RunAsync();
        bench.GitHub.Issues[0].Labels.Clear();
        bench.GitHub.Issues[0].Close(bench.Time.GetUtcNow());

        await bench.RunAsync();

        Assert.Equal(TriageStatus.Resolved, (await bench.StateAsync(fingerprint)).Status);
        Assert.Single(bench.GitHub.Issues);
    }

    [Fact]
    public async Task RunAsync_CountGrew_WritesOurPartAndKeepsThePersons()
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await bench.SeeAsync();
        await bench.RunAsync();
        var issue = bench.GitHub.Issues[0];
        issue.Body = "Hello.\n" + issue.Body + "\nI am on it.";
        await bench.SeeAsync(fingerprint);
        await bench.SeeAsync(fingerprint);

        var report = await bench.RunAsync();

        Assert.Equal(TriageAction.Update, report.Groups[0].Action);
        Assert.StartsWith("Hello.\n<!-- error-telemetry:fingerprint=", issue.Body, StringComparison.Ordinal);
        Assert.EndsWith("\nI am on it.", issue.Body, StringComparison.Ordinal);
        Assert.Contains("| Count | 3 |", issue.Body, StringComparison.Ordinal);
        Assert.Empty(issue.Comments);
    }

    [Fact]
    public async Task RunAsync_MarkersTakenOut_LeavesTheBodyAlone()
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await bench.SeeAsync();
        await bench.RunAsync();
        bench.GitHub.Issues[0].Body = "All mine.";
        await bench.SeeAsync(fingerprint);
        await bench.SeeAsync(fingerprint);

        await bench.RunAsync();

        Assert.Equal("All mine.", bench.GitHub.Issues[0].Body);
        Assert.Single(bench.GitHub.Issues);
    }
}
