namespace ErrorTelemetry.GitHub;

/// <summary>What is known of a group's issue.</summary>
internal readonly record struct IssueLookup(IssuePresence Presence, IssueSnapshot? Issue)
{
    /// <summary>GitHub was not asked.</summary>
    public static IssueLookup Unknown { get; } = new(IssuePresence.Unknown, null);

    /// <summary>There is none.</summary>
    public static IssueLookup None { get; } = new(IssuePresence.None, null);

    /// <summary>It was there, and is deleted or turned into a discussion.</summary>
    public static IssueLookup Gone { get; } = new(IssuePresence.Gone, null);

    public static IssueLookup Found(IssueSnapshot issue) => new(IssuePresence.Found, issue);
}
