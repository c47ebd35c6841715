using System.Globalization;
using ErrorTelemetry.Classifying;
using ErrorTelemetry.Deciding;
using ErrorTelemetry.GitHub;
using ErrorTelemetry.Issues;
using ErrorTelemetry.Pulls;
using Microsoft.Extensions.Logging;

namespace ErrorTelemetry;

/// <summary>One run, step by step. What is decided lies in <c>Deciding</c>; here it is only looked up and carried out.</summary>
internal sealed class TriageRun(
    IErrorStore store,
    IIssueTracker tracker,
    PullRequestWriter? pulls,
    ErrorClassifier classifier,
    TriageHooks hooks,
    TriageOptions options,
    TimeProvider timeProvider,
    ILogger logger,
    List<TriageGroupResult> results,
    IProgress<TriageGroupResult>? progress)
{
    private readonly TriageWriter _writer = new(store, tracker, options, timeProvider);
    private readonly SourceLinks _links = SourceLinks.For(options);
    private ILookup<string, IssueSnapshot> _issues = null!;
    private ReleaseCatalog _releases = null!;
    private int _leftThisRun;
    private int _leftToday;
    private string? _limit;

    /// <summary>The whole run, in order.</summary>
    /// <returns>Why it ended early, or <see langword="null"/>.</returns>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var groups = await ReadGroupsAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _issues = await tracker.ListAsync(refresh: true).ConfigureAwait(false);
        }
        catch (GitHubException exception) when (exception.Failure == GitHubFailure.Limit)
        {
            return exception.Message;
        }

        _releases = new ReleaseCatalog(groups);
        _leftThisRun = options.MaxIssuesPerRun;
        _leftToday = options.MaxIssuesPerDay - CreatedSince(groups, timeProvider.GetUtcNow().AddDays(-1));
        foreach (var (group, classification) in await ByImpactAsync(groups, cancellationToken).ConfigureAwait(false))
        {
            var result = await HandleAsync(group, classification, cancellationToken).ConfigureAwait(false);
            if (result.Failure is { } failure)
                Log.GroupFailed(logger, group.Fingerprint, failure);
            results.Add(result);
            progress?.Report(result);
        }

        return _limit;
    }

    private async Task<List<ErrorGroup>> ReadGroupsAsync(CancellationToken cancellationToken)
    {
        var groups = new List<ErrorGroup>();
        string? next = null;
        do
        {
            var page = await store.QueryGroupsAsync(new GroupQuery { Limit = ErrorLimits.QueryPageCount, ContinuationToken = next }, cancellationToken).ConfigureAwait(false);
            groups.AddRange(page.Groups);
            next = page.ContinuationToken;
        }
        while (next is not null);

        // A group whose count changed between two pages may come twice.
        return [.. groups.DistinctBy(group => group.Fingerprint)];
    }

    private int CreatedSince(List<ErrorGroup> groups, DateTimeOffset since)
    {
        var linked = groups.Select(group => group.Triage.Issue).OfType<IssueLink>()
            .Where(link => link.CreatedAt > since && string.Equals(link.Repository, options.Repository, StringComparison.OrdinalIgnoreCase)).Select(link => link.Number);
        var listed = _issues.SelectMany(issues => issues).Where(issue => issue.CreatedAt > since).Select(issue => issue.Number);
        return linked.Union(listed).Count();
    }

    // Sessions cost a read per group, so only the first by severity and count are ordered by them too.
    private async Task<List<(ErrorGroup Group, Classification Classification)>> ByImpactAsync(List<ErrorGroup> groups, CancellationToken cancellationToken)
    {
        var ordered = groups.Select(group => new TriageCandidate(group, classifier.Classify(group.Sample), [], 1, IssueLookup.Unknown))
            .OrderByDescending(candidate => candidate.Impact).ThenBy(candidate => candidate.Group.Fingerprint, StringComparer.Ordinal).ToList();
        var first = Math.Min(ordered.Count, options.MaxIssuesPerRun * 3);
        for (var i = 0; i < first; i++)
        {
            if (ordered[i].Group.Triage.StatusAt(timeProvider.GetUtcNow()) == TriageStatus.Open)
                ordered[i] = ordered[i] with { Sessions = IssueContent.CountSessions(await NewestAsync(ordered[i].Group, cancellationToken).ConfigureAwait(false)) };
        }

        return [.. ordered.Take(first).OrderByDescending(candidate => candidate.Impact).Concat(ordered.Skip(first)).Select(candidate => (candidate.Group, candidate.Classification))];
    }

    private async Task<TriageGroupResult> HandleAsync(ErrorGroup group, Classification classification, CancellationToken cancellationToken)
    {
        var result = new TriageGroupResult
        {
            Fingerprint = group.Fingerprint,
            Title = group.Title,
            Count = group.Count,
            LastSeen = group.LastSeen,
            Classification = classification,
            Action = TriageAction.Skip,
            Reason = "another runner is filing it",
            IssueUrl = group.Triage.Issue?.Url,
        };
        var now = timeProvider.GetUtcNow();
        if (group.Triage.StatusAt(now) == TriageStatus.Filing)
            return result;
        if (_limit is not null)
            return result with { Action = TriageAction.Wait, Reason = _limit };
        try
        {
            var lookup = await LookUpAsync(group).ConfigureAwait(false);
            var synced = await SyncAsync(group, lookup, now, cancellationToken).ConfigureAwait(false);
            if (synced is not var (current, note))
                return result with { Reason = "another runner changed it meanwhile" };
            result = result with { IssueUrl = current.Triage.Issue?.Url };
            var candidate = await CandidateAsync(current, classification, lookup, now, cancellationToken).ConfigureAwait(false);
            var decision = Capped(TriagePolicy.Decide(candidate, options, _releases, now));
            result = result with { Action = decision.Action, Reason = note is null ? decision.Reason : $"{note}; {decision.Reason}" };
            if (note is not null && decision.Action == TriageAction.Leave)
                result = result with { Action = TriageAction.Sync, Reason = note };
            return decision.Action is TriageAction.Create or TriageAction.Update or TriageAction.Reopen
                ? await CarryOutAsync(result, candidate, decision, cancellationToken).ConfigureAwait(false)
                : result;
        }
        catch (GitHubException exception) when (exception.Failure == GitHubFailure.Limit)
        {
            _limit = exception.Message;
            return result with { Action = TriageAction.Wait, Reason = exception.Message };
        }
        catch (GitHubException exception) when (exception.Failure is not (GitHubFailure.Configuration or GitHubFailure.Unreachable))
        {
            return result with { Failure = exception.Message };
        }
    }

    private async Task<IssueLookup> LookUpAsync(ErrorGroup group)
    {
        if (group.Triage.Issue is not { } link)
            return _issues[group.Fingerprint].FirstOrDefault() is { } found ? IssueLookup.Found(found) : IssueLookup.None;
        if (!string.Equals(link.Repository, options.Repository, StringComparison.OrdinalIgnoreCase))
        {
            // The repository was renamed, or the issue moved here: its marker tells.
            return _issues[group.Fingerprint].FirstOrDefault() is { } here ? IssueLookup.Found(here) : IssueLookup.Unknown;
        }

        // Not in the list: its label or marker was taken off, or it was moved or deleted.
        return _issues[group.Fingerprint].FirstOrDefault(issue => issue.Number == link.Number) is { } listed ? IssueLookup.Found(listed) : await tracker.GetAsync(link.Number).ConfigureAwait(false);
    }

    private async Task<(ErrorGroup Group, string? Note)?> SyncAsync(ErrorGroup group, IssueLookup lookup, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (SyncBack.Next(group, lookup, _releases, now) is not var (next, note))
            return (group, null);
        if (options.DryRun)
            return (group with { Triage = next }, note);
        var written = await store.TryChangeTriageAsync(group.Fingerprint, group.Triage.Version, next, cancellationToken).ConfigureAwait(false);
        return written is null ? null : (group with { Triage = written }, note);
    }

    private async Task<TriageCandidate> CandidateAsync(ErrorGroup group, Classification classification, IssueLookup lookup, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var state = group.Triage;
        var needsEvents = state.StatusAt(now) switch
        {
            TriageStatus.Open => _leftThisRun > 0 && _leftToday > 0,
            TriageStatus.Resolved => group.LastSeen > state.ResolvedAt,
            TriageStatus.Triaged => group.Count >= state.ReportedCount * options.UpdateFactor,
            _ => state.IgnoreUntil is not null,
        };
        var newest = needsEvents ? await NewestAsync(group, cancellationToken).ConfigureAwait(false) : [];
        return new TriageCandidate(group, classification, newest, IssueContent.CountSessions(newest), lookup);
    }

    private TriageDecision Capped(TriageDecision decision)
    {
        if (decision.Action is not (TriageAction.Create or TriageAction.Reopen))
            return decision;
        if (_leftThisRun <= 0)
            return new(TriageAction.Wait, string.Create(CultureInfo.InvariantCulture, $"beyond the {options.MaxIssuesPerRun} issues of a run"));
        if (decision.Action == TriageAction.Create && _leftToday <= 0)
            return new(TriageAction.Wait, string.Create(CultureInfo.InvariantCulture, $"beyond the {options.MaxIssuesPerDay} new issues of a day"));
        _leftThisRun--;
        _leftToday -= decision.Action == TriageAction.Create ? 1 : 0;
        return decision;
    }

    private async Task<TriageGroupResult> CarryOutAsync(TriageGroupResult result, TriageCandidate candidate, TriageDecision decision, CancellationToken cancellationToken)
    {
        var advice = await hooks.AdviseAsync(candidate.Group, candidate.Classification, options.HookTimeout, cancellationToken).ConfigureAwait(false);
        var content = new IssueContent(candidate.Group, candidate.NewestEvents, candidate.Classification) { Advice = advice, Links = _links };
        var rendered = IssueRenderer.Render(content);
        var comment = decision.Action == TriageAction.Reopen ? IssueRenderer.RegressionComment(content, candidate.Group.Triage.Regressions + 1, decision.Reason) : null;
        result = result with { Issue = rendered, Comment = comment };
        if (options.DryRun)
            return result;
        var written = decision.Action switch
        {
            TriageAction.Create => await _writer.CreateAsync(candidate, rendered, cancellationToken).ConfigureAwait(false),
            TriageAction.Reopen => await _writer.ReopenAsync(candidate, rendered, comment!, cancellationToken).ConfigureAwait(false),
            _ => await _writer.UpdateAsync(candidate, rendered, cancellationToken).ConfigureAwait(false),
        };
        result = result with { Action = written.Action, Reason = written.Reason ?? result.Reason, IssueUrl = written.Issue?.Url ?? result.IssueUrl };
        if (written.Action is TriageAction.Create or TriageAction.Reopen && written.Issue is { } issue && pulls is not null)
            result = result with { PullRequestUrl = await ProposeAsync(candidate, issue, cancellationToken).ConfigureAwait(false) };
        return result;
    }

    private async Task<string?> ProposeAsync(TriageCandidate candidate, IssueLink issue, CancellationToken cancellationToken)
    {
        var patch = await hooks.ProposeAsync(candidate.Group, candidate.Classification, options.HookTimeout, cancellationToken).ConfigureAwait(false);
        return patch is null ? null : await pulls!.ProposeAsync(candidate.Group, candidate.Classification, patch, issue.Number).ConfigureAwait(false);
    }

    private Task<IReadOnlyList<ErrorEvent>> NewestAsync(ErrorGroup group, CancellationToken cancellationToken) =>
        store.GetNewestEventsAsync(group.Fingerprint, 100, cancellationToken);
}
