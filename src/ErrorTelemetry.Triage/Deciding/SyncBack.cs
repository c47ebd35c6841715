using ErrorTelemetry.GitHub;
using ErrorTelemetry.Issues;

namespace ErrorTelemetry.Deciding;

/// <summary>What people did to an issue, as the group's next state. Pure.</summary>
internal static class SyncBack
{
    /// <summary>The next state with a note for the report; <see langword="null"/> where nothing changes.</summary>
    public static (TriageState Next, string Note)? Next(ErrorGroup group, IssueLookup lookup, ReleaseCatalog releases, DateTimeOffset now)
    {
        var state = group.Triage;
        if (lookup.Presence == IssuePresence.Gone && state.Issue is { } lost)
            return state.Status == TriageStatus.Ignored ? null : (Ignored(state), $"issue #{lost.Number} was deleted or turned into a discussion: ignored");
        if (lookup.Issue is not { } issue)
            return null;
        var linked = state.Issue is { } link && link.Number == issue.Number && string.Equals(link.Repository, issue.Repository, StringComparison.OrdinalIgnoreCase);
        var basis = linked ? state : state with { Issue = issue.ToLink(), ReportedCount = state.ReportedCount == 0 ? group.Count : state.ReportedCount };
        var note = linked ? string.Empty : state.Issue is null ? $"found issue #{issue.Number} of an earlier run; " : $"the issue moved to {issue.Repository}#{issue.Number}; ";

        if (issue.HasLabel(IssueLabels.WontFix))
            return Changed(state, linked, Ignored(basis), $"{note}issue #{issue.Number} is labelled {IssueLabels.WontFix}: ignored");
        // Somebody muted it by hand, for a while: that stands for as long as it was meant to.
        if (state is { Status: TriageStatus.Ignored, IgnoreUntil: { } until } && (!issue.IsOpen || (!(until.Time <= now) && !(until.Count <= group.Count))))
            return null;
        if (issue.IsOpen)
            return Changed(state, linked, Triaged(basis), state.Status is TriageStatus.Resolved or TriageStatus.Ignored ? $"{note}issue #{issue.Number} was reopened by hand" : $"{note}issue #{issue.Number} is open");
        if (issue.ClosedReason is null or "completed")
        {
            // A closed issue whose regression is being handled keeps its fix until it is open again.
            if (state.StatusAt(now) == TriageStatus.Open && linked && state.ResolvedAt is not null)
                return (state with { Status = TriageStatus.Resolved, Claim = null }, $"issue #{issue.Number} is closed; its reopening was interrupted");
            var closedAt = issue.ClosedAt ?? now;
            var stated = StatedFix(issue, releases);
            var resolved = basis with { Status = TriageStatus.Resolved, Claim = null, IgnoreUntil = null, ResolvedAt = closedAt, ResolvedIn = stated ?? releases.NewestAt(closedAt) };
            return Changed(state, linked && state.ResolvedAt == closedAt && (stated is null || stated == state.ResolvedIn), resolved, $"{note}issue #{issue.Number} was closed as completed{(resolved.ResolvedIn is { } fix ? $", fixed in {fix}" : string.Empty)}");
        }

        return Changed(state, linked, Ignored(basis), $"{note}issue #{issue.Number} was closed as {issue.ClosedReason.Replace('_', ' ')}: ignored");
    }

    // A state that says the same already is left alone, so that a second run writes nothing.
    private static (TriageState, string)? Changed(TriageState state, bool known, TriageState next, string note) =>
        known && state.Status == next.Status ? null : (next, note);

    private static TriageState Ignored(TriageState state) => state with { Status = TriageStatus.Ignored, Claim = null, ResolvedIn = null, ResolvedAt = null };

    // A lapsed claim on a resolved group whose issue is open: its reopening was cut off after the comment, before the store learnt of it.
    private static TriageState Triaged(TriageState state) => state with
    {
        Status = TriageStatus.Triaged,
        Claim = null,
        ResolvedIn = null,
        ResolvedAt = null,
        IgnoreUntil = null,
        Regressions = state.Regressions + (state is { Status: TriageStatus.Filing, ResolvedAt: not null } ? 1 : 0),
        Comments = state.Comments + (state is { Status: TriageStatus.Filing, ResolvedAt: not null } ? 1 : 0),
    };

    private static string? StatedFix(IssueSnapshot issue, ReleaseCatalog releases)
    {
        var label = issue.Labels.FirstOrDefault(name => name.StartsWith(IssueLabels.FixedInPrefix, StringComparison.OrdinalIgnoreCase));
        if (label is not null && label[IssueLabels.FixedInPrefix.Length..].Trim() is { Length: > 0 } named)
            return named;
        return issue.Milestone is { } milestone && releases.IsRelease(milestone) ? milestone : null;
    }
}
