using ErrorTelemetry.GitHub;
using ErrorTelemetry.Issues;

namespace ErrorTelemetry.Processes;

/// <summary>The real tool, killed at every step of its work, and four of them at once.</summary>
[Trait("Category", "Slow")]
public sealed class KillTests
{
    private static CancellationToken End => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> CreateSteps
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var step in (string[])["list", "look up", "labels", "label created", "create refused", "create done"])
            {
                data.Add("sqlite", step);
                data.Add("firestore", step);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(CreateSteps))]
    public async Task Create_KilledAtAStep_LeavesOneIssueAfterTheNextRun(string kind, string step)
    {
        await using var gitHub = await FakeGitHub.StartAsync();
        await using var store = await ProcessStore.StartAsync(kind);
        var fingerprint = Some.Fingerprint();
        await store.Errors.RecordAsync([Some.Event(fingerprint, TimeProvider.System.GetUtcNow())], End);
        gitHub.Labels.AddRange(["error-telemetry", "invalid-state"]);
        var fault = step switch
        {
            "list" => new FakeFault { Method = "GET", PathEnd = "/issues", Stall = true },
            "look up" => new FakeFault { Method = "GET", PathEnd = "/issues", Skip = 1, Stall = true },
            "labels" => new FakeFault { Method = "GET", PathEnd = "/labels", Stall = true },
            "label created" => new FakeFault { Method = "POST", PathEnd = "/labels", AfterWrite = true, Stall = true },
            "create refused" => new FakeFault { Method = "POST", PathEnd = "/issues", Stall = true },
            _ => new FakeFault { Method = "POST", PathEnd = "/issues", AfterWrite = true, Stall = true },
        };
        gitHub.Fail(fault);

        using (var killed = ToolProcess.Start(gitHub, store))
        {
            await Task.WhenAny(fault.Taken, killed.EndAsync(End));
            Assert.True(fault.Taken.IsCompleted);
            await killed.KillAsync(End);
        }

        await store.LapseAsync(fingerprint, End);
        using var next = ToolProcess.Start(gitHub, store);
        var (exitCode, output) = await next.EndAsync(End);

        Assert.True(exitCode == 0, output);
        Assert.Equal(fingerprint, IssueMarkers.ReadFingerprint(Assert.Single(gitHub.Issues).Body));
        Assert.Equal(TriageStatus.Triaged, (await store.Errors.FindGroupAsync(fingerprint, End))!.Triage.Status);
        Assert.Empty(gitHub.Violations);
    }

    [Theory]
    [InlineData("GET", "/issues/1", false)]
    [InlineData("POST", "/comments", false)]
    [InlineData("POST", "/comments", true)]
    [InlineData("POST", "/issues/1/labels", true)]
    [InlineData("PATCH", "/issues/1", true)]
    public async Task Reopen_KilledAtAStep_CommentsOnceAndReopens(string method, string pathEnd, bool afterWrite)
    {
        await using var gitHub = await FakeGitHub.StartAsync();
        await using var store = await ProcessStore.StartAsync("sqlite");
        var (fingerprint, now) = (Some.Fingerprint(), TimeProvider.System.GetUtcNow());
        await store.Errors.RecordAsync([Some.Event(fingerprint, now.AddHours(-3)), Some.Event(fingerprint, now.AddMinutes(-1))], End);
        gitHub.Labels.AddRange(["error-telemetry", "regression"]);
        var issue = new FakeIssue { Number = 1, Title = "x", Body = IssueMarkers.Fingerprint(fingerprint), CreatedAt = "2026-01-01T00:00:00Z", UpdatedAt = "2026-01-01T00:00:00Z" };
        issue.Labels.Add("error-telemetry");
        issue.Close(now.AddHours(-1));
        gitHub.Issues.Add(issue);
        var fault = new FakeFault { Method = method, PathEnd = pathEnd, AfterWrite = afterWrite, Stall = true };
        gitHub.Fail(fault);

        using (var killed = ToolProcess.Start(gitHub, store))
        {
            await Task.WhenAny(fault.Taken, killed.EndAsync(End));
            Assert.True(fault.Taken.IsCompleted);
            await killed.KillAsync(End);
        }

        await store.LapseAsync(fingerprint, End);
        using var next = ToolProcess.Start(gitHub, store);
        var (exitCode, output) = await next.EndAsync(End);

        Assert.True(exitCode == 0, output);
        Assert.Equal("open", issue.State);
        Assert.Single(issue.Comments);
        Assert.Equal((TriageStatus.Triaged, 1), ((await store.Errors.FindGroupAsync(fingerprint, End))!.Triage.Status, (await store.Errors.FindGroupAsync(fingerprint, End))!.Triage.Regressions));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("firestore")]
    public async Task Create_FourProcessesAtOnce_FileOneIssuePerGroup(string kind)
    {
        await using var gitHub = await FakeGitHub.StartAsync();
        await using var store = await ProcessStore.StartAsync(kind);
        await store.Errors.RecordAsync([.. Enumerable.Range(0, 5).Select(_ => Some.Event(timestamp: TimeProvider.System.GetUtcNow()))], End);

        var runs = Enumerable.Range(0, 4).Select(_ => ToolProcess.Start(gitHub, store)).ToList();
        foreach (var run in runs)
        {
            var (exitCode, output) = await run.EndAsync(End);
            Assert.True(exitCode == 0, output);
            run.Dispose();
        }

        Assert.Equal(5, gitHub.Issues.Count);
        Assert.Equal(5, gitHub.Issues.Select(issue => IssueMarkers.ReadFingerprint(issue.Body)).Distinct().Count());
        var page = await store.Errors.QueryGroupsAsync(new GroupQuery(), End);
        Assert.All(page.Groups, group => Assert.Equal(TriageStatus.Triaged, group.Triage.Status));
    }
}
