using ErrorTelemetry.Classifying;
using ErrorTelemetry.GitHub;

namespace ErrorTelemetry.Deciding;

public sealed class TriagePolicyTests
{
    public static TheoryData<string, Action<TriageOptions>, TriageAction> Thresholds => new()
    {
        { "nothing set", _ => { }, TriageAction.Create },
        { "count reached", options => options.MinCount = 5, TriageAction.Create },
        { "count not reached", options => options.MinCount = 6, TriageAction.Wait },
        { "sessions reached", options => options.MinSessions = 2, TriageAction.Create },
        { "sessions not reached", options => options.MinSessions = 3, TriageAction.Wait },
        { "old enough", options => options.MinAge = TimeSpan.FromHours(1), TriageAction.Create },
        { "too young", options => options.MinAge = TimeSpan.FromHours(2), TriageAction.Wait },
        { "severe enough", options => options.MinSeverity = "high", TriageAction.Create },
        { "not severe enough", options => options.MinSeverity = "critical", TriageAction.Wait },
        { "ignored category", options => options.IgnoredCategories.Add("Network"), TriageAction.Mute },
        { "muted for good", options => options.Mutes.Add(new MuteRule { Category = "network" }), TriageAction.Mute },
        { "muted by the fingerprint's beginning", options => options.Mutes.Add(new MuteRule { Fingerprint = Some.Fingerprint("policy")[..8] }), TriageAction.Mute },
        { "mute without any criterion", options => options.Mutes.Add(new MuteRule()), TriageAction.Create },
        { "muted until later", options => options.Mutes.Add(new MuteRule { Category = "network", UntilTime = Some.Now.AddHours(2) }), TriageAction.Mute },
        { "mute over by time", options => options.Mutes.Add(new MuteRule { Category = "network", UntilTime = Some.Now.AddHours(1) }), TriageAction.Create },
        { "mute over by count", options => options.Mutes.Add(new MuteRule { Category = "network", UntilCount = 5 }), TriageAction.Create },
    };

    [Theory]
    [MemberData(nameof(Thresholds))]
    public void Decide_NewGroup_ObeysThresholdsAndMutes(string what, Action<TriageOptions> change, TriageAction expected)
    {
        var options = new TriageOptions { Repository = "owner/shop" };
        change(options);
        var group = Some.Group(Some.Fingerprint("policy")) with { Count = 5 };
        var candidate = new TriageCandidate(group, new Classification("network", ErrorSeverities.High, "network", []), [], 2, IssueLookup.None);

        var decision = TriagePolicy.Decide(candidate, options, new ReleaseCatalog([group]), Some.Now.AddHours(1));

        Assert.True(expected == decision.Action, $"{what}: {decision.Action}, {decision.Reason}");
        Assert.NotEmpty(decision.Reason);
    }

    [Theory]
    [InlineData(19, 0, TriageAction.Leave)]
    [InlineData(20, 0, TriageAction.Update)]
    [InlineData(20, 2, TriageAction.Wait)]
    public void Decide_OpenIssue_IsWrittenAgainWhenTheCountHasGrown(long count, int coolDownHours, TriageAction expected)
    {
        var state = new TriageState { Status = TriageStatus.Triaged, Issue = Some.Issue(), ReportedCount = 10, ChangedAt = Some.Now };
        var group = Some.Group() with { Count = count, Triage = state };
        var candidate = new TriageCandidate(group, new Classification("network", ErrorSeverities.High, "network", []), [], 1, IssueLookup.Unknown);
        var options = new TriageOptions { Repository = "owner/shop", CoolDown = TimeSpan.FromHours(coolDownHours) };

        Assert.Equal(expected, TriagePolicy.Decide(candidate, options, new ReleaseCatalog([group]), Some.Now.AddHours(1)).Action);
    }

    [Theory]
    [InlineData("1.10.0", "1.9.9", 1)]
    [InlineData("v1.2", "1.2.0", 0)]
    [InlineData("1.0.0-rc.2", "1.0.0-rc.10", -1)]
    [InlineData("1.0.0-alpha", "1.0.0", -1)]
    [InlineData("1.0.0-1", "1.0.0-alpha", -1)]
    [InlineData("1.0.0+b", "1.0.0+a", 0)]
    [InlineData("shop@2.0.0", "1.9.0", 1)]
    [InlineData("1.2.3.4", "1.2.3", 1)]
    public void CompareTo_Versions_FollowsSemver(string left, string right, int expected) =>
        Assert.Equal(expected, Math.Sign(ReleaseVersion.TryParse(left)!.CompareTo(ReleaseVersion.TryParse(right))));

    [Theory]
    [InlineData("5f3a9c1")]
    [InlineData("20261122")]
    [InlineData("1.x")]
    [InlineData("")]
    [InlineData("1.2.3.4.5")]
    [InlineData("99999999999999999999.1")]
    public void TryParse_NotAVersion_IsNull(string text) => Assert.Null(ReleaseVersion.TryParse(text));
}
