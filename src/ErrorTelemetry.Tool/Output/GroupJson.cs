using System.Text.Json;
using ErrorTelemetry.Json;

namespace ErrorTelemetry.Output;

/// <summary>A group as <c>groups --json</c> and <c>show --json</c> print it.</summary>
internal static class GroupJson
{
    public static void WriteMembers(Utf8JsonWriter writer, GroupView view)
    {
        var group = view.Group;
        writer.WriteString("fingerprint", group.Fingerprint);
        writer.WriteString("groupingVersion", group.GroupingVersion);
        writer.WriteString("type", group.Type);
        writer.WriteString("title", group.Title);
        Optional(writer, "culprit", group.Culprit);
        writer.WriteNumber("count", group.Count);
        writer.WriteString("firstSeen", group.FirstSeen);
        writer.WriteString("lastSeen", group.LastSeen);
        writer.WriteString("status", view.Status.ToString().ToLowerInvariant());
        writer.WriteString("category", view.Classification.Category);
        writer.WriteString("severity", view.Classification.Severity);
        writer.WriteString("ruleId", view.Classification.RuleId);
        Texts(writer, "remediation", view.Classification.Remediation);
        Optional(writer, "issueUrl", group.Triage.Issue?.Url);
        Optional(writer, "resolvedIn", group.Triage.ResolvedIn);
        Texts(writer, "mechanisms", group.Mechanisms);
        Texts(writer, "environments", group.Environments);
        writer.WritePropertyName("releases");
        JsonSerializer.Serialize(writer, group.Releases, ErrorTelemetryJson.Releases);
        Texts(writer, "lastCorrelationIds", group.LastCorrelationIds);
    }

    private static void Optional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is null)
            writer.WriteNull(name);
        else
            writer.WriteString(name, value);
    }

    private static void Texts(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
