using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace ErrorTelemetry.GitHub;

public sealed partial class FakeGitHub
{
    private const string Root = "/repos/" + Repository;

    private readonly List<string> _violations = [];
    private readonly Dictionary<string, string> _branches = new(StringComparer.Ordinal) { ["main"] = new string('a', 40) };
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly List<JsonObject> _pulls = [];

    /// <summary>The issues, lowest number first.</summary>
    public List<FakeIssue> Issues { get; } = [];

    /// <summary>The repository's labels.</summary>
    public List<string> Labels { get; } = ["bug", "wontfix"];

    /// <summary>The pull requests as they were asked for.</summary>
    public IReadOnlyList<JsonObject> Pulls => _pulls;

    /// <summary>Branches by name.</summary>
    public IReadOnlyDictionary<string, string> Branches => _branches;

    /// <summary>Files by <c>branch:path</c>.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>How far lists lag behind writes.</summary>
    public TimeSpan ListLag { get; set; }

    private (int Status, JsonNode? Json, string? Link) Handle(FakeRequest request)
    {
        if (!request.Path.StartsWith(Root, StringComparison.Ordinal))
            return (404, Message("Not Found"), null);
        var parts = request.Path[Root.Length..].Trim('/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (request.Method, parts) switch
        {
            ("GET", []) => (200, new JsonObject { ["id"] = 1, ["name"] = "shop", ["full_name"] = Repository, ["default_branch"] = "main" }, null),
            ("GET", ["issues"]) => List(request),
            ("POST", ["issues"]) => Create(request),
            ("GET", ["issues", var number]) => Read(number),
            ("PATCH", ["issues", var number]) => Change(request, number),
            ("GET", ["issues", var number, "comments"]) => WithIssue(number, issue => Page(request, [.. issue.Comments.Select((text, index) => (JsonNode)Comment(text, index))])),
            ("POST", ["issues", var number, "comments"]) => WithIssue(number, issue => AddComment(request, issue)),
            ("POST", ["issues", var number, "labels"]) => WithIssue(number, issue => AddLabels(request, issue)),
            ("GET", ["labels"]) => Page(request, [.. Labels.Select(name => (JsonNode)Label(name))]),
            ("GET", ["labels", var name]) => Labels.Contains(Uri.UnescapeDataString(name), StringComparer.OrdinalIgnoreCase) ? (200, Label(name), null) : (404, Message("Not Found"), null),
            ("POST", ["labels"]) => CreateLabel(request),
            _ => HandleGit(request, parts),
        };
    }

    private void CheckHeaders(HttpRequest request)
    {
        if (request.Headers["X-GitHub-Api-Version"] != "2022-11-28" || !request.Headers.Accept.ToString().Contains("application/vnd.github+json", StringComparison.Ordinal) || request.Headers.UserAgent.Count == 0)
            _violations.Add($"{request.Method} {request.Path}: headers");
        if (request.Method is "POST" or "PATCH" or "PUT" && request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true)
            _violations.Add($"{request.Method} {request.Path}: content type {request.ContentType}");
    }

    private (int, JsonNode?, string?) List(FakeRequest request)
    {
        var label = request.Parameter("labels");
        var state = request.Parameter("state") ?? "open";
        var since = request.Parameter("since") is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : DateTimeOffset.MinValue;
        var seen = Time.GetUtcNow() - ListLag;
        var hits = Issues.Where(issue => !issue.Deleted && issue.Repository == Repository && (label is null || issue.Labels.Contains(label, StringComparer.OrdinalIgnoreCase)) && (state == "all" || issue.State == state))
            .Where(issue => Parse(issue.UpdatedAt) >= since && (ListLag == TimeSpan.Zero || Parse(issue.CreatedAt) <= seen)).OrderBy(issue => issue.Number);
        return Page(request, [.. hits.Select(issue => (JsonNode)issue.ToJson(Url))]);
    }

    private (int, JsonNode?, string?) Create(FakeRequest request)
    {
        if (Refusal(request, mustHaveTitle: true) is { } refusal)
            return refusal;
        var json = request.Json;
        var issue = new FakeIssue { Number = Issues.Count + _pulls.Count + 1, Title = (string)json["title"]!, Body = (string?)json["body"] ?? string.Empty, CreatedAt = Stamp(), UpdatedAt = Stamp() };
        issue.Labels.AddRange(json["labels"] is JsonArray labels ? labels.Select(label => (string)label!) : []);
        Issues.Add(issue);
        return (201, issue.ToJson(Url), null);
    }

    private (int, JsonNode?, string?) Read(string number)
    {
        if (Issue(number) is not { } issue)
            return (404, Message("Not Found"), null);
        return issue.Deleted ? (410, Message("This issue was deleted"), null) : (200, issue.ToJson(Url), null);
    }

    private (int, JsonNode?, string?) Change(FakeRequest request, string number) => WithIssue(number, issue =>
    {
        if (Refusal(request, mustHaveTitle: false) is { } refusal)
            return refusal;
        var json = request.Json;
        issue.Title = (string?)json["title"] ?? issue.Title;
        issue.Body = (string?)json["body"] ?? issue.Body;
        if ((string?)json["state"] is { } state)
        {
            if (state is not ("open" or "closed"))
                return (422, Invalid("state", "invalid", "state"), null);
            (issue.State, issue.StateReason, issue.ClosedAt) = state == "open" ? ("open", "reopened", null) : ("closed", "completed", Stamp());
        }

        if (json.ContainsKey("milestone"))
            issue.Milestone = (string?)json["milestone"];
        issue.UpdatedAt = Stamp();
        return (200, issue.ToJson(Url), null);
    });

    private (int, JsonNode?, string?) AddComment(FakeRequest request, FakeIssue issue)
    {
        if (issue.Locked)
            return (403, Message("Unable to create comment because issue is locked."), null);
        if ((string?)request.Json["body"] is not { Length: > 0 and <= 65_536 } body)
            return Violation(request, "body");
        issue.Comments.Add(body);
        return (201, Comment(body, issue.Comments.Count - 1), null);
    }

    private (int, JsonNode?, string?) AddLabels(FakeRequest request, FakeIssue issue)
    {
        if (request.Json["labels"] is not JsonArray labels)
            return Violation(request, "labels");
        issue.Labels.AddRange(labels.Select(label => (string)label!).Except(issue.Labels, StringComparer.OrdinalIgnoreCase));
        return (200, new JsonArray([.. issue.Labels.Select(name => (JsonNode)Label(name))]), null);
    }

    private (int, JsonNode?, string?) CreateLabel(FakeRequest request)
    {
        var json = request.Json;
        if ((string?)json["name"] is not { Length: > 0 and <= 50 } name || !ColorPattern().IsMatch((string?)json["color"] ?? string.Empty) || ((string?)json["description"])?.Length > 100)
            return Violation(request, "label");
        if (Labels.Contains(name, StringComparer.OrdinalIgnoreCase))
            return (422, Invalid("name", "already_exists", string.Empty), null);
        Labels.Add(name);
        return (201, Label(name), null);
    }

    private (int, JsonNode?, string?)? Refusal(FakeRequest request, bool mustHaveTitle)
    {
        var json = request.Json;
        var title = json["title"];
        if ((mustHaveTitle || title is not null) && (title?.GetValueKind() != JsonValueKind.String || string.IsNullOrWhiteSpace((string?)title) || ((string)title!).Length > 256))
            return Violation(request, "title");
        if (json["body"] is { } body && (body.GetValueKind() != JsonValueKind.String || ((string)body!).Length > 65_536))
            return Violation(request, "body");
        if (json["labels"] is { } labels && (labels is not JsonArray list || list.Any(label => label?.GetValueKind() != JsonValueKind.String || ((string)label!).Length > 50)))
            return Violation(request, "labels");
        return null;
    }

    private (int, JsonNode?, string?) Violation(FakeRequest request, string field)
    {
        _violations.Add($"{request.Method} {request.Path}: {field}");
        return (422, Invalid(field, "invalid", $"{field} is invalid"), null);
    }

    private (int, JsonNode?, string?) WithIssue(string number, Func<FakeIssue, (int, JsonNode?, string?)> action) =>
        Issue(number) is { Deleted: false } issue ? action(issue) : (404, Message("Not Found"), null);

    private FakeIssue? Issue(string number) => Issues.FirstOrDefault(issue => issue.Number.ToString(CultureInfo.InvariantCulture) == number);

    private (int, JsonNode?, string?) Page(FakeRequest request, List<JsonNode> all)
    {
        var size = Math.Clamp(int.Parse(request.Parameter("per_page") ?? "30", CultureInfo.InvariantCulture), 1, 100);
        var page = int.Parse(request.Parameter("page") ?? "1", CultureInfo.InvariantCulture);
        var query = string.Join('&', request.Query.TrimStart('?').Split('&').Where(pair => !pair.StartsWith("page=", StringComparison.Ordinal)));
        var link = page * size < all.Count ? $"<{Url}{request.Path}?{query}&page={page + 1}>; rel=\"next\"" : null;
        return (200, new JsonArray([.. all.Skip((page - 1) * size).Take(size)]), link);
    }

    private static JsonObject Label(string name) => new() { ["id"] = 1, ["name"] = name, ["color"] = "ededed" };

    private JsonObject Comment(string text, int index) => new() { ["id"] = index + 1, ["body"] = text, ["created_at"] = Stamp(), ["user"] = new JsonObject { ["login"] = "someone", ["id"] = 2 } };

    private static DateTimeOffset Parse(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[0-9a-fA-F]{6}\z")]
    private static partial Regex ColorPattern();
}
