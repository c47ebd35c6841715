using ErrorTelemetry.Deciding;
using ErrorTelemetry.GitHub;
using ErrorTelemetry.Issues;

namespace ErrorTelemetry;

/// <summary>
/// Carries decisions out so that any step may be the last: claim in the store, look up the marker, write to GitHub, link in the store. Killed
/// anywhere, or run twice at once, it leaves exactly one issue, one comment per regression.
/// </summary>
internal sealed class TriageWriter(IErrorStore store, IIssueTracker tracker, TriageOptions options, TimeProvider timeProvider)
{
    private const int MostAttempts = 3;
    private static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(15);

    // No request is begun that could still be under way when the claim lapses.
    private static readonly TimeSpan ClaimMargin = TimeSpan.FromMinutes(3);

    private readonly string _owner = Guid.NewGuid().ToString("N");

    /// <summary>Files a new issue, or links the one that an earlier run left behind.</summary>
    public async Task<WrittenIssue> CreateAsync(TriageCandidate candidate, RenderedIssue issue, CancellationToken cancellationToken)
    {
        var group = candidate.Group;
        if (await ClaimAsync(group, cancellationToken).ConfigureAwait(false) is not { } claimed)
            return new WrittenIssue(TriageAction.Skip, null, "another runner was first");
        var state = claimed;
        var sent = false;
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                if (await FindAsync(group.Fingerprint).ConfigureAwait(false) is { } found)
                    return await AdoptAsync(group with { Triage = state }, candidate, found).ConfigureAwait(false);
                if (timeProvider.GetUtcNow() >= state.Claim!.Until - ClaimMargin)
                    throw new GitHubException(GitHubFailure.NotSent, "The claim ran out while waiting for GitHub; the next run tries again.");
                try
                {
                    sent = true;
                    var created = await tracker.CreateAsync(issue).ConfigureAwait(false);
                    var link = created.ToLink();
                    await LinkAsync(group.Fingerprint, state, candidate, link).ConfigureAwait(false);
                    return new WrittenIssue(TriageAction.Create, link);
                }
                catch (GitHubException exception) when (exception.Failure == GitHubFailure.NotSent && attempt < MostAttempts)
                {
                    sent = false;
                }
                catch (GitHubException exception) when (exception.Failure == GitHubFailure.Unknown)
                {
                    if (await FindAsync(group.Fingerprint).ConfigureAwait(false) is { } late)
                        return await AdoptAsync(group with { Triage = state }, candidate, late).ConfigureAwait(false);
                    throw new GitHubException(GitHubFailure.Unknown, $"{exception.Message} Whether the issue exists is looked up again after {ClaimTime.TotalMinutes:0} minutes, before anything is sent.", exception);
                }
            }
        }
        catch (GitHubException exception) when (exception.Failure == GitHubFailure.Gone)
        {
            await ReleaseAsync(group, state).ConfigureAwait(false);
            throw new GitHubException(GitHubFailure.Configuration, $"Issues cannot be created in {options.Repository}: the token cannot see it, or its issues are switched off. {exception.Message}", exception);
        }
        catch (GitHubException exception) when (exception.Failure != GitHubFailure.Unknown)
        {
            await ReleaseAsync(group, state).ConfigureAwait(false);
            throw;
        }
        catch (OperationCanceledException) when (!sent)
        {
            await ReleaseAsync(group, state).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Comments once and opens the issue again.</summary>
    public async Task<WrittenIssue> ReopenAsync(TriageCandidate candidate, RenderedIssue issue, string comment, CancellationToken cancellationToken)
    {
        var group = candidate.Group;
        var link = group.Triage.Issue!;
        if (await ClaimAsync(group, cancellationToken).ConfigureAwait(false) is not { } claimed)
            return new WrittenIssue(TriageAction.Skip, link, "another runner was first");
        try
        {
            // People may have acted since the list was read.
            var lookup = await tracker.GetAsync(link.Number).ConfigureAwait(false);
            if (lookup.Issue is not { IsOpen: false } current || current.HasLabel(IssueLabels.WontFix) || (group.Triage.ResolvedAt is not null && current.ClosedReason is not (null or "completed")))
            {
                await ReleaseAsync(group, claimed).ConfigureAwait(false);
                return new WrittenIssue(TriageAction.Skip, link, "its issue changed meanwhile; the next run looks again");
            }

            var commented = 0;
            string? note = null;
            if (current.Locked)
                note = "the conversation is locked, so no comment was written";
            else if (group.Triage.Comments >= options.MaxCommentsPerIssue)
                note = "the issue has as many comments as it may get";
            else
                commented = await tracker.CommentOnceAsync(link.Number, IssueMarkers.Regression(group.Fingerprint, group.Triage.Regressions + 1), comment).ConfigureAwait(false) ? 1 : 0;
            await tracker.AddLabelAsync(link.Number, IssueLabels.Regression).ConfigureAwait(false);
            await tracker.ReopenAsync(link.Number).ConfigureAwait(false);
            if (IssueMarkers.ReplaceSection(current.Body, issue.Body) is { } body && body != current.Body)
                await tracker.WriteBodyAsync(link.Number, body).ConfigureAwait(false);
            await store.TryChangeTriageAsync(group.Fingerprint, claimed.Version, Triaged(claimed, candidate, link) with { Regressions = claimed.Regressions + 1, Comments = claimed.Comments + commented }, CancellationToken.None).ConfigureAwait(false);
            return new WrittenIssue(TriageAction.Reopen, link, note);
        }
        catch (GitHubException)
        {
            // Every step here is looked up or repeated without harm, so the claim need not wait.
            await ReleaseAsync(group, claimed).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Writes our part of the body again; what people wrote around it stays.</summary>
    public async Task<WrittenIssue> UpdateAsync(TriageCandidate candidate, RenderedIssue issue, CancellationToken cancellationToken)
    {
        var group = candidate.Group;
        var link = group.Triage.Issue!;
        var lookup = await tracker.GetAsync(link.Number).ConfigureAwait(false);
        if (lookup.Issue is not { IsOpen: true } current)
            return new WrittenIssue(TriageAction.Skip, link, "its issue changed meanwhile; the next run looks again");
        var body = IssueMarkers.ReplaceSection(current.Body, issue.Body);
        var tooLong = body?.Length > IssueRenderer.MaximumBody;
        if (body is not null && !tooLong && body != current.Body)
            await tracker.WriteBodyAsync(link.Number, body).ConfigureAwait(false);
        await store.TryChangeTriageAsync(group.Fingerprint, group.Triage.Version, group.Triage with { ReportedCount = group.Count, Category = candidate.Classification.Category }, cancellationToken).ConfigureAwait(false);
        return body is null ? new WrittenIssue(TriageAction.Leave, link, "somebody took our markers out of its issue, which is left alone")
            : tooLong ? new WrittenIssue(TriageAction.Leave, link, "its issue has no room for our part, which is left alone")
            : new WrittenIssue(TriageAction.Update, link);
    }

    private Task<TriageState?> ClaimAsync(ErrorGroup group, CancellationToken cancellationToken) =>
        store.TryChangeTriageAsync(group.Fingerprint, group.Triage.Version, group.Triage with { Status = TriageStatus.Filing, Claim = new TriageClaim(_owner, timeProvider.GetUtcNow() + ClaimTime) }, cancellationToken);

    private async Task<IssueSnapshot?> FindAsync(string fingerprint) => (await tracker.ListAsync(refresh: true).ConfigureAwait(false))[fingerprint].FirstOrDefault();

    // The issue exists: linking it must not be cancelled. If another runner holds the claim by now, it will find the marker.
    private Task<TriageState?> LinkAsync(string fingerprint, TriageState claimed, TriageCandidate candidate, IssueLink link) =>
        store.TryChangeTriageAsync(fingerprint, claimed.Version, Triaged(claimed, candidate, link), CancellationToken.None);

    private async Task<WrittenIssue> AdoptAsync(ErrorGroup claimed, TriageCandidate candidate, IssueSnapshot found)
    {
        var next = SyncBack.Next(claimed, IssueLookup.Found(found), new ReleaseCatalog([claimed]), timeProvider.GetUtcNow())?.Next ?? Triaged(claimed.Triage, candidate, found.ToLink());
        await store.TryChangeTriageAsync(claimed.Fingerprint, claimed.Triage.Version, next with { Category = candidate.Classification.Category }, CancellationToken.None).ConfigureAwait(false);
        return new WrittenIssue(TriageAction.Sync, found.ToLink(), $"found and linked issue #{found.Number}, which was filed before");
    }

    private static TriageState Triaged(TriageState state, TriageCandidate candidate, IssueLink link) => state with
    {
        Status = TriageStatus.Triaged,
        Claim = null,
        Issue = link,
        Category = candidate.Classification.Category,
        ReportedCount = candidate.Group.Count,
        ResolvedIn = null,
        ResolvedAt = null,
        IgnoreUntil = null,
    };

    private Task<TriageState?> ReleaseAsync(ErrorGroup group, TriageState claimed) =>
        store.TryChangeTriageAsync(group.Fingerprint, claimed.Version, group.Triage with { Status = group.Triage.Status == TriageStatus.Filing ? TriageStatus.Open : group.Triage.Status, Claim = null }, CancellationToken.None);
}
