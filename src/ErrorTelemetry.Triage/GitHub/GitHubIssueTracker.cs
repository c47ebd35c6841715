using System.Globalization;
using ErrorTelemetry.Issues;
using Octokit;

namespace ErrorTelemetry.GitHub;

/// <summary>Issues of one repository. Found by listing our label, never by search, which lags.</summary>
internal sealed class GitHubIssueTracker(GitHubConnection connection) : IIssueTracker
{
    // Lists may lag a little behind writes, and clocks differ.
    private static readonly TimeSpan RefreshMargin = TimeSpan.FromMinutes(20);

    private readonly Dictionary<int, IssueSnapshot> _issues = [];
    private readonly HashSet<string> _labels = new(StringComparer.OrdinalIgnoreCase);
    private bool _listed;

    private string Root => $"repos/{connection.Repository}";

    public async Task<ILookup<string, IssueSnapshot>> ListAsync(bool refresh)
    {
        if (refresh || !_listed)
        {
            var since = _listed && _issues.Count > 0 ? "&since=" + Uri.EscapeDataString((_issues.Values.Max(issue => issue.UpdatedAt) - RefreshMargin).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)) : string.Empty;
            foreach (var issue in await ListRawAsync(since).ConfigureAwait(false))
                _issues[issue.Number] = Snapshot(issue);
            _listed = true;
        }

        return _issues.Values.Select(issue => (Fingerprint: IssueMarkers.ReadFingerprint(issue.Body), Issue: issue)).Where(pair => pair.Fingerprint is not null)
            .OrderBy(pair => pair.Issue.Number).ToLookup(pair => pair.Fingerprint!, pair => pair.Issue, StringComparer.Ordinal);
    }

    public async Task<IssueLookup> GetAsync(int number)
    {
        try
        {
            return IssueLookup.Found(Snapshot(await connection.GetAsync<Issue>(At(number), $"reading issue #{number}").ConfigureAwait(false)));
        }
        catch (GitHubException exception) when (exception.Failure == GitHubFailure.Gone)
        {
            return IssueLookup.Gone;
        }
    }

    public async Task<IssueSnapshot> CreateAsync(RenderedIssue issue)
    {
        await EnsureLabelsAsync(issue.Labels).ConfigureAwait(false);
        var body = new Dictionary<string, object> { ["title"] = issue.Title, ["body"] = issue.Body, ["labels"] = issue.Labels.ToArray() };
        var created = await connection.PostAsync<Issue>($"{Root}/issues", body, "creating an issue").ConfigureAwait(false);
        if (created.Number <= 0 || string.IsNullOrEmpty(created.HtmlUrl))
            throw new GitHubException(GitHubFailure.Unknown, "GitHub's answer to the new issue names no issue.");
        var snapshot = Snapshot(created);
        _issues[snapshot.Number] = snapshot;
        return snapshot;
    }

    public Task WriteBodyAsync(int number, string body) =>
        connection.PatchAsync<Issue>(At(number), new Dictionary<string, object> { ["body"] = body }, $"writing issue #{number}");

    // Octokit's own IssueUpdate would send "milestone": null and wipe what maintainers set.
    public Task ReopenAsync(int number) =>
        connection.PatchAsync<Issue>(At(number), new Dictionary<string, object> { ["state"] = "open" }, $"reopening issue #{number}");

    public async Task AddLabelAsync(int number, string label)
    {
        await EnsureLabelsAsync([label]).ConfigureAwait(false);
        await connection.PostAsync<List<Label>>($"{At(number)}/labels", new Dictionary<string, object> { ["labels"] = new[] { label } }, $"labelling issue #{number}").ConfigureAwait(false);
    }

    public async Task<bool> CommentOnceAsync(int number, string marker, string text)
    {
        var comments = await connection.ListAsync<IssueComment>($"{At(number)}/comments?per_page=100", $"reading the comments of issue #{number}").ConfigureAwait(false);
        if (comments.Any(comment => comment.Body?.Contains(marker, StringComparison.Ordinal) == true))
            return false;
        await connection.PostAsync<IssueComment>($"{At(number)}/comments", new Dictionary<string, object> { ["body"] = text }, $"commenting on issue #{number}").ConfigureAwait(false);
        return true;
    }

    private string At(int number) => string.Create(CultureInfo.InvariantCulture, $"{Root}/issues/{number}");

    private async Task<IEnumerable<Issue>> ListRawAsync(string since)
    {
        try
        {
            var issues = await connection.ListAsync<Issue>($"{Root}/issues?labels={IssueLabels.Own}&state=all&sort=created&direction=asc&per_page=100{since}", "listing issues").ConfigureAwait(false);
            return issues.Where(issue => issue.PullRequest is null && issue.Number > 0);
        }
        catch (GitHubException exception) when (exception.Failure is GitHubFailure.Gone or GitHubFailure.Refused)
        {
            throw new GitHubException(GitHubFailure.Configuration, $"The issues of {connection.Repository} cannot be read: the repository does not exist, the token cannot see it, or its issues are switched off. {exception.Message}", exception);
        }
    }

    private async Task EnsureLabelsAsync(IReadOnlyList<string> labels)
    {
        if (_labels.Count == 0)
            _labels.UnionWith((await connection.ListAsync<Label>($"{Root}/labels?per_page=100", "listing labels").ConfigureAwait(false)).Select(label => label.Name));
        foreach (var label in labels.Where(label => !_labels.Contains(label)))
        {
            var (color, description) = IssueLabels.Describe(label);
            try
            {
                await connection.PostAsync<Label>($"{Root}/labels", new Dictionary<string, object> { ["name"] = label, ["color"] = color, ["description"] = description }, $"creating the label {label}").ConfigureAwait(false);
            }
            catch (GitHubException exception) when (exception.Failure is GitHubFailure.Refused or GitHubFailure.Unknown && label != IssueLabels.Own)
            {
                // It exists already, or was created and the answer lost; creating the issue with it works in both cases.
            }
            catch (GitHubException exception) when (exception.Failure is GitHubFailure.Refused or GitHubFailure.Unknown)
            {
                // Without our own label nothing is found again, so this one is looked up.
                _ = await connection.GetAsync<Label>($"{Root}/labels/{IssueLabels.Own}", "reading our label").ConfigureAwait(false);
            }

            _labels.Add(label);
        }
    }

    private IssueSnapshot Snapshot(Issue issue) => new()
    {
        Repository = RepositoryOf(issue.Url) ?? connection.Repository,
        Number = issue.Number,
        Url = issue.HtmlUrl ?? string.Empty,
        IsOpen = issue.State.StringValue != "closed",
        ClosedReason = issue.StateReason?.StringValue,
        ClosedAt = issue.ClosedAt,
        CreatedAt = issue.CreatedAt,
        UpdatedAt = issue.UpdatedAt ?? issue.CreatedAt,
        Labels = [.. (issue.Labels ?? []).Select(label => label.Name)],
        Milestone = issue.Milestone?.Title,
        Locked = issue.Locked,
        Body = issue.Body ?? string.Empty,
    };

    // A transferred issue answers from its new repository: …/repos/OWNER/NAME/issues/7.
    private static string? RepositoryOf(string? url)
    {
        var parts = url?.Split("/repos/", 2) is [_, var rest] ? rest.Split('/') : [];
        return parts is [var owner, var name, "issues", _] ? $"{owner}/{name}" : null;
    }
}
