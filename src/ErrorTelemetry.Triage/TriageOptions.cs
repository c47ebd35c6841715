using System.ComponentModel.DataAnnotations;
using ErrorTelemetry.Classifying;
using ErrorTelemetry.Deciding;

namespace ErrorTelemetry;

/// <summary>What triage may do, where, and how much of it. Section <c>ErrorTelemetry:Triage</c>.</summary>
/// <remarks>Last wins: default, code, configuration section, the environment variable that is named; the tool's own switches win over all.</remarks>
public sealed class TriageOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "ErrorTelemetry:Triage";

    /// <summary>Whether <c>AddTriage</c> runs it inside the app on a schedule. Default: <see langword="true"/>.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The time from the end of one run inside the app to the begin of the next. 1 minute to 7 days. Default: 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The repository that gets the issues, as <c>OWNER/NAME</c>. Required. Environment: <c>GITHUB_REPOSITORY</c>.</summary>
    [Required(ErrorMessage = "The repository is missing: give OWNER/NAME (--repo, ErrorTelemetry:Triage:Repository or GITHUB_REPOSITORY).")]
    [RegularExpression(@"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}", ErrorMessage = "The repository must read OWNER/NAME.")]
    public string? Repository { get; set; }

    /// <summary>The token: needs to read and write issues (and contents and pull requests where those are enabled). Required unless <see cref="DryRun"/>. Never logged. Environment: <c>GITHUB_TOKEN</c>.</summary>
    public string? Token { get; set; }

    /// <summary>The base address of GitHub's REST API, taken as it is; an Enterprise server's ends in <c>/api/v3</c>. Plain http only on loopback. Default: <c>https://api.github.com</c>. Environment: <c>GITHUB_API_URL</c>.</summary>
    [Required]
    public string GitHubUrl { get; set; } = "https://api.github.com";

    /// <summary>Decides and renders, and changes nothing: GitHub and the store are only read, GitHub only if there is a token. Default: <see langword="false"/>.</summary>
    public bool DryRun { get; set; }

    /// <summary>Fewest events of a group that deserves an issue. 1 or more. Default: 1.</summary>
    [Range(1, long.MaxValue)]
    public long MinCount { get; set; } = 1;

    /// <summary>Fewest distinct sessions among a group's newest 100 events. 0 to 100. Default: 0.</summary>
    [Range(0, 100)]
    public int MinSessions { get; set; }

    /// <summary>Time since a group's first event before it gets an issue. 0 to 30 days. Default: 0.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan MinAge { get; set; }

    /// <summary>The least severity that gets an issue, one of <see cref="ErrorSeverities"/>. Default: <c>low</c>.</summary>
    [Required]
    [AllowedValues(ErrorSeverities.Critical, ErrorSeverities.High, ErrorSeverities.Medium, ErrorSeverities.Low)]
    public string MinSeverity { get; set; } = ErrorSeverities.Low;

    /// <summary>Most issues that one run creates or reopens. 0 to 60 (GitHub bears 80 content-creating requests a minute). Default: 10.</summary>
    [Range(0, 60)]
    public int MaxIssuesPerRun { get; set; } = 10;

    /// <summary>Most issues created within 24 hours, other runs' included. 0 to 400. Default: 30.</summary>
    [Range(0, 400)]
    public int MaxIssuesPerDay { get; set; } = 30;

    /// <summary>Most comments on one issue, ever. 0 to 100. Default: 10.</summary>
    [Range(0, 100)]
    public int MaxCommentsPerIssue { get; set; } = 10;

    /// <summary>An issue's body is written again when the count has grown by this factor. 1.1 to 1,000. Default: 2.</summary>
    [Range(1.1, 1000)]
    public double UpdateFactor { get; set; } = 2;

    /// <summary>Least time between two edits of one issue's body. 0 to 30 days. Default: 0.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan CoolDown { get; set; }

    /// <summary>Time after an issue was closed as completed before an event without a release counts as a regression. 0 to 30 days. Default: 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan RegressionGrace { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Categories that never get an issue. Their groups go on counting. Default: none.</summary>
    public IList<string> IgnoredCategories { get; } = [];

    /// <summary>Groups that stay quiet until a time or a count. Default: none.</summary>
    public IList<MuteRule> Mutes { get; } = [];

    /// <summary>Release to commit, for links to source lines; a release that is a commit, or ends in <c>+commit</c>, needs none. Default: none.</summary>
    public IDictionary<string, string> ReleaseCommits { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Beginnings of file paths in stacks that stand for the repository's root, such as <c>/home/build/shop/</c>. <c>/_/</c> is known. Default: none.</summary>
    public IList<string> SourceRoots { get; } = [];

    /// <summary>How long one <see cref="Pulls.IPatchProposer"/> or <see cref="Issues.IRemediationAdvisor"/> may take for one group. 1 second to 10 minutes. Default: 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan HookTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The first of two switches for draft pull requests: the project allows them. Default: <see langword="false"/>.</summary>
    public bool AllowPullRequests { get; set; }

    /// <summary>The second switch: this run may open them (<c>--enable-pull-requests</c>). Without both, and a proposer, no call is made. Default: <see langword="false"/>.</summary>
    public bool EnablePullRequests { get; set; }
}
