using System.Text.Json.Nodes;

namespace ErrorTelemetry.GitHub;

/// <summary>One request as it came.</summary>
public sealed record FakeRequest(string Method, string Path, string Query, string Body, string Authorization, DateTimeOffset At)
{
    /// <summary>The body as a JSON object; empty where it is none.</summary>
    public JsonObject Json => Body.Length == 0 ? [] : JsonNode.Parse(Body) as JsonObject ?? [];

    /// <summary>A value of the query, or <see langword="null"/>.</summary>
    public string? Parameter(string name) =>
        Query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2 && pair[0] == name).Select(pair => Uri.UnescapeDataString(pair[1])).FirstOrDefault();
}
