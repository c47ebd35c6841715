using System.Text.Json.Nodes;

namespace ErrorTelemetry.GitHub;

/// <summary>An issue that the fake keeps. Tests change it as people would.</summary>
public sealed class FakeIssue
{
    public required int Number { get; init; }

    public required string Title { get; set; }

    public required string Body { get; set; }

    public string Repository { get; set; } = FakeGitHub.Repository;

    public string State { get; set; } = "open";

    public string? StateReason { get; set; }

    public string? ClosedAt { get; set; }

    public required string CreatedAt { get; init; }

    public required string UpdatedAt { get; set; }

    public string? Milestone { get; set; }

    public bool Locked { get; set; }

    public bool IsPullRequest { get; init; }

    public bool Deleted { get; set; }

    public List<string> Labels { get; } = [];

    public List<string> Comments { get; } = [];

    /// <summary>Closes it as a person would.</summary>
    public void Close(DateTimeOffset at, string reason = "completed")
    {
        (State, StateReason, ClosedAt) = ("closed", reason, at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        UpdatedAt = ClosedAt;
    }

    /// <summary>Opens it again as a person would.</summary>
    public void Reopen() => (State, StateReason, ClosedAt) = ("open", "reopened", null);

    internal JsonObject ToJson(string url)
    {
        var json = new JsonObject
        {
            ["id"] = 1_000 + Number,
            ["number"] = Number,
            ["url"] = $"{url}/repos/{Repository}/issues/{Number}",
            ["html_url"] = $"{url}/{Repository}/issues/{Number}",
            ["state"] = State,
            ["state_reason"] = StateReason,
            ["title"] = Title,
            ["body"] = Body,
            ["locked"] = Locked,
            ["comments"] = Comments.Count,
            ["created_at"] = CreatedAt,
            ["updated_at"] = UpdatedAt,
            ["closed_at"] = ClosedAt,
            ["labels"] = new JsonArray([.. Labels.Select(name => (JsonNode)new JsonObject { ["id"] = 1, ["name"] = name, ["color"] = "ededed" })]),
            ["user"] = new JsonObject { ["login"] = "github-actions[bot]", ["id"] = 1, ["type"] = "Bot" },
            ["assignees"] = new JsonArray(),
            ["milestone"] = Milestone is null ? null : new JsonObject { ["number"] = 1, ["title"] = Milestone, ["state"] = "open", ["created_at"] = CreatedAt },
        };
        if (IsPullRequest)
            json["pull_request"] = new JsonObject { ["url"] = $"{url}/repos/{Repository}/pulls/{Number}" };
        return json;
    }
}
