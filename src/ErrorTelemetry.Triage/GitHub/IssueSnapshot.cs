namespace ErrorTelemetry.GitHub;

/// <summary>What GitHub says about an issue.</summary>
internal sealed record IssueSnapshot
{
    /// <summary>The repository that holds it now, as <c>owner/name</c>.</summary>
    public required string Repository { get; init; }

    public required int Number { get; init; }

    public required string Url { get; init; }

    public required bool IsOpen { get; init; }

    /// <summary><c>completed</c>, <c>not_planned</c>, <c>duplicate</c>, another word GitHub may learn, or <see langword="null"/>.</summary>
    public string? ClosedReason { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public IReadOnlyList<string> Labels { get; init; } = [];

    public string? Milestone { get; init; }

    public bool Locked { get; init; }

    public string Body { get; init; } = string.Empty;

    public bool HasLabel(string name) => Labels.Contains(name, StringComparer.OrdinalIgnoreCase);

    public IssueLink ToLink() => new(Repository, Number, Url, CreatedAt);
}
