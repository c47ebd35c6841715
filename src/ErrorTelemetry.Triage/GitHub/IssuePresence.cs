namespace ErrorTelemetry.GitHub;

/// <summary>Whether a group has an issue.</summary>
internal enum IssuePresence
{
    Unknown = 0,
    None = 1,
    Found = 2,
    Gone = 3,
}
