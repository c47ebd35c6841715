using System.CommandLine;

namespace ErrorTelemetry.Commands;

/// <summary>The options of triage that the command line can set.</summary>
internal sealed class TriageSwitches
{
    private readonly Option<string?> _repository = new("--repo") { Description = "The repository that gets the issues. Default: GITHUB_REPOSITORY.", HelpName = "OWNER/NAME" };
    private readonly Option<string?> _url = new("--github-url") { Description = "The base address of GitHub's REST API. Default: GITHUB_API_URL, else https://api.github.com.", HelpName = "URL" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print what would be sent; change nothing." };
    private readonly Option<long?> _minCount = new("--min-count") { Description = "Fewest events of a group that deserves an issue.", HelpName = "N" };
    private readonly Option<int?> _maxIssues = new("--max-issues") { Description = "Most issues that this run creates or reopens.", HelpName = "N" };
    private readonly Option<bool> _pullRequests = new("--enable-pull-requests") { Description = "Allow draft pull requests, where the project allows them too and a proposer is registered." };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_repository, _url, _dryRun, _minCount, _maxIssues, _pullRequests])
            command.Options.Add(option);
    }

    public void Apply(ParseResult parsed, TriageOptions options)
    {
        options.Repository = parsed.GetValue(_repository) ?? options.Repository;
        options.GitHubUrl = parsed.GetValue(_url) ?? options.GitHubUrl;
        options.DryRun |= parsed.GetValue(_dryRun);
        options.MinCount = parsed.GetValue(_minCount) ?? options.MinCount;
        options.MaxIssuesPerRun = parsed.GetValue(_maxIssues) ?? options.MaxIssuesPerRun;
        options.EnablePullRequests |= parsed.GetValue(_pullRequests);
    }
}
