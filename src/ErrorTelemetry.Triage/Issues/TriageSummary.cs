using System.Globalization;
using System.Text;
using ErrorTelemetry.Deciding;

namespace ErrorTelemetry.Issues;

/// <summary>A run's report as Markdown.</summary>
internal static class TriageSummary
{
    private const int MostRows = 50;

    public static string Write(TriageReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"## Error triage of {Markdown.Span(report.Repository)}{(report.DryRun ? " (dry run)" : string.Empty)}\n\n");
        if (report.Message is { } message)
            text.Append(Markdown.Plain(message)).Append("\n\n");
        text.Append(string.Join(", ", report.Counts.Select(pair => $"{pair.Key}: {pair.Value.ToString(CultureInfo.InvariantCulture)}"))).Append('\n');
        var rows = report.Groups.Where(group => group.Action is not TriageAction.Leave || group.Failure is not null).Take(MostRows).ToList();
        if (rows.Count > 0)
            text.Append("\n| what | count | severity | error | issue | why |\n| --- | ---: | --- | --- | --- | --- |\n");
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {(row.Failure is null ? TriageReport.ActionName(row.Action) : "failed")} | {row.Count} | {row.Classification.Severity} | {Markdown.Span(row.Title, 120)} | {Link(row)} | {Markdown.Span(row.Failure ?? row.Reason, 300)} |\n");
        }

        if (report.Waiting.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n{report.Waiting.Count} groups wait for a threshold, a cap or a limit.\n");
        return text.ToString();
    }

    private static string Link(TriageGroupResult row) =>
        Uri.TryCreate(row.IssueUrl, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? $"<{uri.AbsoluteUri}>" : "-";
}
