using ErrorTelemetry.Classifying;
using ErrorTelemetry.Issues;
using ErrorTelemetry.Pulls;

namespace ErrorTelemetry;

public sealed class HookTests
{
    [Fact]
    public async Task RunAsync_AdvisorsThatFailOrHang_ChangeNothing()
    {
        await using var bench = await TriageBench.StartAsync();
        await bench.SeeAsync();
        bench.Advisors.AddRange([new Advisor(_ => throw new InvalidOperationException("no")), new Advisor(_ => new TaskCompletionSource<string?>().Task), new Advisor(_ => Task.FromResult<string?>("Ask @team, see <!-- error-telemetry:end --> ```"))]);

        // The hanging one costs its real time-out here; with its labels there already, the run has a single write to pace.
        bench.GitHub.Labels.AddRange(["error-telemetry", "invalid-state", "severity:high"]);

        var report = await new TriageRunner(bench.Store, TimeProvider.System, null, bench.Advisors).RunAsync(bench.Options(options => options.HookTimeout = TimeSpan.FromSeconds(1)), null, TestContext.Current.CancellationToken);

        Assert.Equal(TriageOutcome.Completed, report.Outcome);
        Assert.Contains("Ask @\u200Bteam", bench.GitHub.Issues[0].Body, StringComparison.Ordinal);
        Assert.Single(bench.GitHub.Issues[0].Body.Split(IssueMarkers.End)[1..]);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task RunAsync_OneSwitchOff_MakesNoCallForPullRequests(bool allow, bool enable)
    {
        await using var bench = await TriageBench.StartAsync();
        await bench.SeeAsync();
        bench.Proposers.Add(new Proposer("fix"));

        await bench.RunAsync(options => (options.AllowPullRequests, options.EnablePullRequests) = (allow, enable));

        Assert.DoesNotContain(bench.GitHub.Requests, request => !request.Path.Contains("/issues", StringComparison.Ordinal) && !request.Path.Contains("/labels", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_BothSwitchesAndAProposer_OpensOneDraftWithoutErrorText()
    {
        await using var bench = await TriageBench.StartAsync();
        var fingerprint = await bench.SeeAsync();
        bench.Proposers.Add(new Proposer("Fixes #1 for @octocat"));
        static void On(TriageOptions options) => (options.AllowPullRequests, options.EnablePullRequests) = (true, true);

        var report = await bench.RunAsync(On);
        await bench.RunAsync(On);

        var pull = Assert.Single(bench.GitHub.Pulls);
        Assert.Equal((true, $"error-telemetry/{fingerprint[..12]}", "main"), ((bool)pull["draft"]!, (string)pull["head"]!, (string)pull["base"]!));
        Assert.DoesNotContain("@octocat", (string)pull["body"]!, StringComparison.Ordinal);
        Assert.Equal("fixed", bench.GitHub.Files[$"error-telemetry/{fingerprint[..12]}:src/Cart.cs"]);
        Assert.DoesNotContain(bench.GitHub.Files.Keys, key => key.StartsWith("main:", StringComparison.Ordinal));
        Assert.NotNull(report.Groups[0].PullRequestUrl);
        Assert.DoesNotContain(bench.GitHub.Writes, request => request.Path.Contains("merge", StringComparison.Ordinal));
    }

    private sealed class Advisor(Func<CancellationToken, Task<string?>> advise) : IRemediationAdvisor
    {
        public Task<string?> AdviseAsync(ErrorGroup group, Classification classification, CancellationToken cancellationToken) => advise(cancellationToken);
    }

    private sealed class Proposer(string message) : IPatchProposer
    {
        public Task<ProposedPatch?> ProposeAsync(ErrorGroup group, Classification classification, CancellationToken cancellationToken) =>
            Task.FromResult<ProposedPatch?>(new ProposedPatch(new Dictionary<string, string> { ["src/Cart.cs"] = "fixed" }, message));
    }
}
