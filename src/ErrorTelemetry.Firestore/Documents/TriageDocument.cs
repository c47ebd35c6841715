using ErrorTelemetry.Protocol;

namespace ErrorTelemetry.Documents;

/// <summary>A group's triage state: the map <c>triage</c> of its document.</summary>
internal static class TriageDocument
{
    public const string Field = "triage";
    public const string StatusPath = "triage.status";

    private const string ChangeId = "changeId";

    // The words in documents, which the queries name too; they are those of the JSON.
    private static readonly Dictionary<TriageStatus, string> Words = new()
    {
        [TriageStatus.Open] = "open",
        [TriageStatus.Filing] = "filing",
        [TriageStatus.Triaged] = "triaged",
        [TriageStatus.Resolved] = "resolved",
        [TriageStatus.Ignored] = "ignored",
    };

    public static string Word(TriageStatus status) => Words[status];

    /// <param name="state">The state.</param>
    /// <param name="changeId">Names the change, so that one whose answer was lost is known again; <see langword="null"/> for the state that a group is created with.</param>
    public static MapValue ToMap(TriageState state, string? changeId = null) => FieldWriter.MapOf(fields => fields
        .Text("status", Word(state.Status))
        .Number("version", state.Version)
        .Map("claim", state.Claim is { } claim ? FieldWriter.MapOf(map => map.Text("owner", claim.Owner).Time("until", claim.Until)) : null)
        .Map("issue", state.Issue is { } issue ? ToMap(issue) : null)
        .Text("category", state.Category)
        .Text("resolvedIn", state.ResolvedIn)
        .Time("resolvedAt", state.ResolvedAt)
        .Map("ignoreUntil", state.IgnoreUntil is { } until ? FieldWriter.MapOf(map => map.Time("time", until.Time).Number("count", until.Count)) : null)
        .Number("reportedCount", state.ReportedCount)
        .Number("regressions", state.Regressions)
        .Number("comments", state.Comments)
        .Time("changedAt", state.ChangedAt)
        .Text(ChangeId, changeId));

    public static TriageState Read(FieldReader? triage)
    {
        if (triage is not { } fields)
            return TriageState.New;
        return new TriageState
        {
            Status = Words.FirstOrDefault(word => word.Value == fields.Text("status")).Key,
            Version = fields.Number("version") ?? 0,
            Claim = fields.Map("claim") is { } claim && claim.Text("owner") is { } owner && claim.Time("until") is { } until ? new TriageClaim(owner, until) : null,
            Issue = fields.Map("issue") is { } issue ? ReadIssue(issue) : null,
            Category = fields.Text("category"),
            ResolvedIn = fields.Text("resolvedIn"),
            ResolvedAt = fields.Time("resolvedAt"),
            IgnoreUntil = fields.Map("ignoreUntil") is { } ignore ? new IgnoreUntil(ignore.Time("time"), ignore.Number("count")) : null,
            ReportedCount = fields.Number("reportedCount") ?? 0,
            Regressions = (int)(fields.Number("regressions") ?? 0),
            Comments = (int)(fields.Number("comments") ?? 0),
            ChangedAt = fields.Time("changedAt"),
        };
    }

    public static string? ReadChangeId(FieldReader? triage) => triage?.Text(ChangeId);

    private static MapValue ToMap(IssueLink issue) => FieldWriter.MapOf(fields => fields
        .Text("repository", issue.Repository).Number("number", issue.Number).Text("url", issue.Url).Time("createdAt", issue.CreatedAt));

    private static IssueLink? ReadIssue(FieldReader issue) =>
        issue.Text("repository") is { } repository && issue.Number("number") is { } number && issue.Text("url") is { } url
            ? new IssueLink(repository, (int)number, url, issue.Time("createdAt") ?? DateTimeOffset.UnixEpoch)
            : null;
}
