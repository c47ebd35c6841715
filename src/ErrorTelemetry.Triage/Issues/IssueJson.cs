using System.Text;
using System.Text.Json;
using ErrorTelemetry.Classifying;

namespace ErrorTelemetry.Issues;

/// <summary>The block of an issue that tools and agents read.</summary>
internal static class IssueJson
{
    public static string Write(IssueContent content)
    {
        var group = content.Group;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, IndentSize = 2, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("schema", "error-telemetry/issue/v1");
            json.WriteString("fingerprint", group.Fingerprint);
            json.WriteString("groupingVersion", group.GroupingVersion);
            json.WriteString("type", Text(group.Type));
            json.WriteString("category", Text(content.Classification.Category));
            json.WriteString("severity", content.Classification.Severity);
            json.WriteString("ruleId", content.Classification.RuleId);
            json.WriteNumber("count", group.Count);
            json.WriteNumber("distinctSessions", content.Sessions);
            json.WriteString("firstSeen", group.FirstSeen.UtcDateTime);
            json.WriteString("lastSeen", group.LastSeen.UtcDateTime);
            json.WriteString("culprit", CulpritText.Of(group.Sample) is { } culprit ? Text(culprit) : null);
            Strings(json, "releases", group.Releases.Select(release => release.Name));
            Strings(json, "environments", group.Environments);
            Strings(json, "mechanisms", group.Mechanisms);
            Strings(json, "correlationIds", group.LastCorrelationIds);
            json.WriteEndObject();
        }

        // Neither may be live where the block is quoted without its fence; as escapes they still read the same.
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length)
            .Replace("@", "\\u0040", StringComparison.Ordinal).Replace("#", "\\u0023", StringComparison.Ordinal);
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(Text(value));
        json.WriteEndArray();
    }

    private static string Text(string value) => HostileText.Cut(HostileText.OneLine(value), 300);
}
