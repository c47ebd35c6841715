using System.Text;
using System.Text.Json.Nodes;

namespace ErrorTelemetry.GitHub;

public sealed partial class FakeGitHub
{
    private (int, JsonNode?, string?) HandleGit(FakeRequest request, string[] parts) => (request.Method, parts) switch
    {
        ("GET", ["git", "ref", "heads", .. var name]) => _branches.TryGetValue(string.Join('/', name), out var sha) ? (200, Ref(string.Join('/', name), sha), null) : (404, Message("Not Found"), null),
        ("POST", ["git", "refs"]) => CreateRef(request),
        ("GET", ["contents", .. var path]) => _files.TryGetValue($"{request.Parameter("ref")}:{string.Join('/', path)}", out var content)
            ? (200, new JsonObject { ["name"] = path[^1], ["path"] = string.Join('/', path), ["sha"] = Sha(content), ["type"] = "file" }, null)
            : (404, Message("Not Found"), null),
        ("PUT", ["contents", .. var path]) => Put(request, string.Join('/', path)),
        ("GET", ["pulls"]) => Page(request, [.. _pulls.Where(pull => request.Parameter("head") is not { } head || head == $"owner:{(string?)pull["head"]}").Select((pull, index) => (JsonNode)Pull(pull, index))]),
        ("POST", ["pulls"]) => Open(request),
        _ => (404, Message("Not Found"), null),
    };

    private (int, JsonNode?, string?) CreateRef(FakeRequest request)
    {
        var json = request.Json;
        if ((string?)json["ref"] is not { } name || !name.StartsWith("refs/heads/", StringComparison.Ordinal) || (string?)json["sha"] is not { Length: 40 } sha)
            return Violation(request, "ref");
        return _branches.TryAdd(name["refs/heads/".Length..], sha) ? (201, Ref(name["refs/heads/".Length..], sha), null) : (422, Message("Reference already exists"), null);
    }

    private (int, JsonNode?, string?) Put(FakeRequest request, string path)
    {
        var json = request.Json;
        if (string.IsNullOrEmpty((string?)json["message"]) || (string?)json["content"] is not { } content || (string?)json["branch"] is not { } branch || !_branches.ContainsKey(branch))
            return Violation(request, "contents");
        var key = $"{branch}:{path}";
        if (_files.TryGetValue(key, out var known) && (string?)json["sha"] != Sha(known))
            return (409, Message("sha does not match"), null);
        _files[key] = Encoding.UTF8.GetString(Convert.FromBase64String(content));
        return (201, new JsonObject { ["content"] = new JsonObject { ["path"] = path, ["sha"] = Sha(_files[key]) }, ["commit"] = new JsonObject { ["sha"] = new string('c', 40) } }, null);
    }

    private (int, JsonNode?, string?) Open(FakeRequest request)
    {
        var json = request.Json;
        if (string.IsNullOrEmpty((string?)json["title"]) || (string?)json["head"] is not { } head || !_branches.ContainsKey(head) || (string?)json["base"] is null)
            return Violation(request, "pull");
        if (_pulls.Any(pull => (string?)pull["head"] == head))
            return (422, Message("A pull request already exists"), null);
        _pulls.Add(json);
        return (201, Pull(json, _pulls.Count - 1), null);
    }

    private JsonObject Pull(JsonObject pull, int index) => new()
    {
        ["number"] = 900 + index, ["html_url"] = $"{Url}/{Repository}/pull/{900 + index}", ["state"] = "open", ["title"] = (string?)pull["title"], ["draft"] = true,
    };

    private static JsonObject Ref(string name, string sha) => new() { ["ref"] = $"refs/heads/{name}", ["object"] = new JsonObject { ["type"] = "commit", ["sha"] = sha } };

    private static string Sha(string content) => Convert.ToHexStringLower(System.Security.Cryptography.SHA1.HashData(Encoding.UTF8.GetBytes(content)));
}
