namespace ErrorTelemetry;

/// <summary>The GitHub issue of a group.</summary>
/// <param name="Repository">The repository as <c>owner/name</c>.</param>
/// <param name="Number">The issue's number, from 1.</param>
/// <param name="Url">The issue's page.</param>
/// <param name="CreatedAt">When the issue was created (UTC).</param>
public sealed record IssueLink(string Repository, int Number, string Url, DateTimeOffset CreatedAt);
