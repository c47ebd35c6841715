using System.Globalization;
using ErrorTelemetry.Classifying;
using ErrorTelemetry.GitHub;
using ErrorTelemetry.Issues;

namespace ErrorTelemetry.Deciding;

/// <summary>Decides what a group deserves, with the reason. Pure: group, settings and time in, decision out. Caps over all groups are the run's.</summary>
internal static class TriagePolicy
{
    public static TriageDecision Decide(TriageCandidate candidate, TriageOptions options, ReleaseCatalog releases, DateTimeOffset now)
    {
        var (group, state) = (candidate.Group, candidate.Group.Triage);
        return state.StatusAt(now) switch
        {
            TriageStatus.Filing => new(TriageAction.Skip, "another runner is filing it"),
            TriageStatus.Ignored when IsStillMuted(state, group, now) => new(TriageAction.Mute, $"ignored; {Growth(group)}"),
            TriageStatus.Ignored => MuteEnded(candidate, options, now),
            TriageStatus.Triaged => WhileOpen(candidate, options, now),
            TriageStatus.Resolved => WhenResolved(candidate, options, releases, now),
            _ when state.Issue is not null => MuteEnded(candidate, options, now),
            _ => NewIssue(candidate, options, now),
        };
    }

    private static TriageDecision NewIssue(TriageCandidate candidate, TriageOptions options, DateTimeOffset now)
    {
        var group = candidate.Group;
        if (Silenced(candidate, options, now) is { } silenced)
            return silenced;
        if (group.Count < options.MinCount)
            return new(TriageAction.Wait, Invariant($"seen {group.Count} of at least {options.MinCount} times"));
        if (candidate.Sessions < options.MinSessions)
            return new(TriageAction.Wait, Invariant($"seen in {candidate.Sessions} of at least {options.MinSessions} sessions"));
        if (now - group.FirstSeen < options.MinAge)
            return new(TriageAction.Wait, Invariant($"younger than {options.MinAge}"));
        return new(TriageAction.Create, Invariant($"new, seen {group.Count} times"));
    }

    private static TriageDecision WhileOpen(TriageCandidate candidate, TriageOptions options, DateTimeOffset now)
    {
        var (group, state) = (candidate.Group, candidate.Group.Triage);
        if (Silenced(candidate, options, now) is { } silenced)
            return silenced;
        if (group.Count < Math.Max(state.ReportedCount, 1) * options.UpdateFactor)
            return new(TriageAction.Leave, Invariant($"issue #{state.Issue?.Number} is open; {Growth(group)}"));
        if (now - state.ChangedAt < options.CoolDown)
            return new(TriageAction.Wait, Invariant($"issue #{state.Issue?.Number} was written less than {options.CoolDown} ago"));
        if (!IsHere(candidate, options))
            return new(TriageAction.Leave, $"the issue lives in {state.Issue?.Repository}; {Growth(group)}");
        return new(TriageAction.Update, Invariant($"count grew from {state.ReportedCount} to {group.Count}"));
    }

    private static TriageDecision WhenResolved(TriageCandidate candidate, TriageOptions options, ReleaseCatalog releases, DateTimeOffset now)
    {
        var (because, whyNot) = Regression.Judge(candidate.Group, candidate.NewestEvents, releases, options.RegressionGrace);
        if (because is null)
            return new(TriageAction.Leave, whyNot);
        if (Silenced(candidate, options, now) is { } silenced)
            return silenced;
        return IsHere(candidate, options) ? new(TriageAction.Reopen, because) : new(TriageAction.Leave, $"{because}, but the issue lives in {candidate.Group.Triage.Issue?.Repository}");
    }

    private static TriageDecision MuteEnded(TriageCandidate candidate, TriageOptions options, DateTimeOffset now)
    {
        if (candidate.Group.Triage.Issue is null)
            return NewIssue(candidate, options, now);
        if (Silenced(candidate, options, now) is { } silenced)
            return silenced;
        if (candidate.Issue.Issue?.HasLabel(IssueLabels.WontFix) == true)
            return new(TriageAction.Mute, $"labelled {IssueLabels.WontFix}; {Growth(candidate.Group)}");
        if (candidate.Issue.Presence != IssuePresence.Found)
            return new(TriageAction.Leave, "its issue could not be looked up");
        return IsHere(candidate, options) ? new(TriageAction.Reopen, "its mute has ended and it goes on") : new(TriageAction.Leave, $"the issue lives in {candidate.Group.Triage.Issue.Repository}");
    }

    private static TriageDecision? Silenced(TriageCandidate candidate, TriageOptions options, DateTimeOffset now)
    {
        var classification = candidate.Classification;
        if (options.IgnoredCategories.Contains(classification.Category, StringComparer.OrdinalIgnoreCase))
            return new(TriageAction.Mute, $"the category {classification.Category} is ignored; {Growth(candidate.Group)}");
        if (options.Mutes.FirstOrDefault(mute => mute.Applies(candidate.Group, classification.Category, now)) is not null)
            return new(TriageAction.Mute, $"muted by a rule; {Growth(candidate.Group)}");
        if (ErrorSeverities.Rank(classification.Severity) < ErrorSeverities.Rank(options.MinSeverity))
            return new(TriageAction.Wait, $"severity {classification.Severity} is below {options.MinSeverity}");
        return null;
    }

    private static bool IsStillMuted(TriageState state, ErrorGroup group, DateTimeOffset now) =>
        state.IgnoreUntil is not { } until || (!(until.Time <= now) && !(until.Count <= group.Count));

    private static bool IsHere(TriageCandidate candidate, TriageOptions options) =>
        string.Equals(candidate.Group.Triage.Issue?.Repository, options.Repository, StringComparison.OrdinalIgnoreCase);

    private static string Growth(ErrorGroup group) =>
        group.Count > group.Triage.ReportedCount && group.Triage.ReportedCount > 0
            ? Invariant($"seen {group.Count} times, {group.Count - group.Triage.ReportedCount} more than its issue says")
            : Invariant($"seen {group.Count} times");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
