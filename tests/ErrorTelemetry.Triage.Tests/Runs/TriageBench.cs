using ErrorTelemetry.GitHub;
using ErrorTelemetry.Issues;
using ErrorTelemetry.Pulls;

namespace ErrorTelemetry;

/// <summary>A store, a GitHub and a clock, and runs between them.</summary>
internal sealed class TriageBench : IAsyncDisposable
{
    private TriageBench(FakeGitHub gitHub, JumpingTimeProvider time)
    {
        GitHub = gitHub;
        Time = time;
        Store = Some.Store(time);
    }

    public FakeGitHub GitHub { get; }

    public JumpingTimeProvider Time { get; }

    public IErrorStore Store { get; set; }

    public List<IRemediationAdvisor> Advisors { get; } = [];

    public List<IPatchProposer> Proposers { get; } = [];

    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    public static async Task<TriageBench> StartAsync()
    {
        var time = new JumpingTimeProvider(Some.Now);
        return new TriageBench(await FakeGitHub.StartAsync(time), time);
    }

    /// <summary>Records one event of a group, now, in this release.</summary>
    public async Task<string> SeeAsync(string? fingerprint = null, string? release = "1.4.2", TimeSpan? ago = null)
    {
        fingerprint ??= Some.Fingerprint();
        await RecordAsync(Some.Event(fingerprint, Time.GetUtcNow() - (ago ?? TimeSpan.Zero)) with { Release = release });
        return fingerprint;
    }

    public TriageOptions Options(Action<TriageOptions>? change = null)
    {
        var options = new TriageOptions { Repository = FakeGitHub.Repository, Token = FakeGitHub.Token, GitHubUrl = GitHub.Url };
        change?.Invoke(options);
        return options;
    }

    public Task<TriageReport> RunAsync(Action<TriageOptions>? change = null) => RunUntilAsync(TestContext.Current.CancellationToken, change);

    public Task<TriageReport> RunUntilAsync(CancellationToken end, Action<TriageOptions>? change = null) =>
        new TriageRunner(Store, Time, null, Advisors, Proposers) { RequestTimeout = RequestTimeout }.RunAsync(Options(change), null, end);

    public async Task<TriageState> StateAsync(string fingerprint) => (await Store.FindGroupAsync(fingerprint, TestContext.Current.CancellationToken))!.Triage;

    public Task RecordAsync(params ErrorEvent[] events) => Store.RecordAsync(events, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(GitHub.Violations);
        await GitHub.DisposeAsync();
    }
}
