using System.Globalization;
using System.Text;
using ErrorTelemetry.Classifying;
using ErrorTelemetry.GitHub;
using ErrorTelemetry.Issues;
using Octokit;

namespace ErrorTelemetry.Pulls;

/// <summary>Turns a proposed patch into one draft pull request per group: on its own branch, never on the default branch, never merged.</summary>
internal sealed class PullRequestWriter(GitHubConnection connection)
{
    private const int MostFiles = 20;

    private string Root => $"repos/{connection.Repository}";

    /// <summary>The group's branch: the same for every run, without any text of the error.</summary>
    public static string BranchOf(string fingerprint) => $"error-telemetry/{fingerprint[..12]}";

    /// <summary>Opens the pull request, or finds the one that is there.</summary>
    /// <returns>Its page.</returns>
    public async Task<string> ProposeAsync(ErrorGroup group, Classification classification, ProposedPatch patch, int issueNumber)
    {
        var files = Checked(patch);
        var branch = BranchOf(group.Fingerprint);
        var owner = connection.Repository.Split('/')[0];
        var known = await connection.ListAsync<PullRequest>($"{Root}/pulls?head={Uri.EscapeDataString($"{owner}:{branch}")}&state=all&per_page=100", "listing pull requests").ConfigureAwait(false);
        if (known.FirstOrDefault() is { } existing)
            return existing.HtmlUrl;

        var repository = await connection.GetAsync<Repository>(Root, "reading the repository").ConfigureAwait(false);
        if (string.Equals(repository.DefaultBranch, branch, StringComparison.Ordinal))
            throw new GitHubException(GitHubFailure.Refused, "The branch for the change is the default branch.");
        await EnsureBranchAsync(branch, repository.DefaultBranch).ConfigureAwait(false);
        foreach (var (path, content) in files)
            await WriteFileAsync(branch, path, content, group.Fingerprint).ConfigureAwait(false);

        var body = new Dictionary<string, object>
        {
            ["title"] = $"Proposed fix for error group {group.Fingerprint[..12]}",
            ["head"] = branch,
            ["base"] = repository.DefaultBranch,
            ["draft"] = true,
            ["body"] = string.Create(CultureInfo.InvariantCulture, $"{IssueMarkers.Pull(group.Fingerprint)}\nA draft for #{issueNumber} (category {Markdown.Span(classification.Category)}). A person has to review it.\n\n{Markdown.Fence(patch.Message, "text", 8_000)}\n"),
        };
        var pull = await connection.PostAsync<PullRequest>($"{Root}/pulls", body, "opening a pull request").ConfigureAwait(false);
        return pull.HtmlUrl;
    }

    private async Task EnsureBranchAsync(string branch, string defaultBranch)
    {
        try
        {
            _ = await connection.GetAsync<Reference>($"{Root}/git/ref/heads/{branch}", "reading the branch").ConfigureAwait(false);
        }
        catch (GitHubException exception) when (exception.Failure == GitHubFailure.Gone)
        {
            var head = await connection.GetAsync<Reference>($"{Root}/git/ref/heads/{Uri.EscapeDataString(defaultBranch)}", "reading the default branch").ConfigureAwait(false);
            await connection.PostAsync<Reference>($"{Root}/git/refs", new Dictionary<string, object> { ["ref"] = $"refs/heads/{branch}", ["sha"] = head.Object.Sha }, "creating the branch").ConfigureAwait(false);
        }
    }

    private async Task WriteFileAsync(string branch, string path, string content, string fingerprint)
    {
        var address = $"{Root}/contents/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";
        var body = new Dictionary<string, object>
        {
            ["message"] = $"Propose a fix for error group {fingerprint[..12]}",
            ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(content)),
            ["branch"] = branch,
        };
        try
        {
            var known = await connection.GetAsync<RepositoryContent>($"{address}?ref={Uri.EscapeDataString(branch)}", "reading a file").ConfigureAwait(false);
            body["sha"] = known.Sha;
        }
        catch (GitHubException exception) when (exception.Failure == GitHubFailure.Gone)
        {
            // A new file.
        }

        await connection.PutAsync<RepositoryContentChangeSet>(address, body, "writing a file").ConfigureAwait(false);
    }

    private static List<KeyValuePair<string, string>> Checked(ProposedPatch patch)
    {
        if (patch.Files.Count is 0 or > MostFiles)
            throw new GitHubException(GitHubFailure.Refused, $"The proposed change must have 1 to {MostFiles} files.");
        foreach (var path in patch.Files.Keys)
        {
            var parts = path.Split('/');
            if (parts.Any(part => part is "" or "." or "..") || path.Contains('\\') || parts[0] is ".git" or ".github" || path.Any(char.IsControl))
                throw new GitHubException(GitHubFailure.Refused, "The proposed change names a path that is not allowed.");
        }

        return [.. patch.Files.OrderBy(pair => pair.Key, StringComparer.Ordinal)];
    }
}
