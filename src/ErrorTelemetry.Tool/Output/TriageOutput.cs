using System.Globalization;
using Spectre.Console;

namespace ErrorTelemetry.Output;

/// <summary>A triage run as people follow and read it.</summary>
internal static class TriageOutput
{
    /// <summary>Shows which group is being handled while the run goes on.</summary>
    public static async Task<TriageReport> RunAsync(IAnsiConsole console, Func<IProgress<TriageGroupResult>, Task<TriageReport>> run)
    {
        TriageReport? report = null;
        await console.Status().StartAsync("Reading groups…", async status =>
            report = await run(new Follower(status)));
        return report!;
    }

    public static void Print(IAnsiConsole console, TriageReport report)
    {
        if (report.DryRun)
        {
            foreach (var result in report.Groups)
                PrintIssue(console, result);
        }

        var table = new Table().RoundedBorder();
        table.AddColumn(new TableColumn("What").NoWrap());
        table.AddColumn(new TableColumn("Count").RightAligned().NoWrap());
        table.AddColumn("Group");
        foreach (var result in report.Groups)
        {
            var details = string.Join(" · ", new[] { result.Classification.Category, result.Failure ?? result.Reason, result.IssueUrl }.Where(detail => detail is not null));
            table.AddRow(
                new Text(result.Failure is null ? Name(result) : "failed"),
                new Text(result.Count.ToString("N0", CultureInfo.InvariantCulture)),
                new Rows(new Text(result.Title), new Text(details, new Style(decoration: Decoration.Dim))));
        }

        if (report.Groups.Count > 0)
            console.Write(table);
        if (report.Outcome is TriageOutcome.Unreachable or TriageOutcome.Misconfigured && report.Groups.Count == 0)
            return;
        var counts = report.Counts.Count == 0 ? "The store holds no group yet." : string.Join(", ", report.Counts.Select(pair => $"{pair.Key}: {pair.Value}"));
        console.WriteLine(report.DryRun ? $"Dry run, nothing was changed. {counts}" : counts);
    }

    private static void PrintIssue(IAnsiConsole console, TriageGroupResult result)
    {
        if (result.Issue is { } issue)
            Write(console, $"{Name(result)}: {issue.Title}", $"Labels: {string.Join(", ", issue.Labels)}{Environment.NewLine}{Environment.NewLine}{issue.Body}");
        if (result.Comment is { } comment)
            Write(console, $"{Name(result)}: comment", comment);
    }

    /// <summary>Exactly what would be sent, without wrapping it to the terminal's width.</summary>
    private static void Write(IAnsiConsole console, string header, string text)
    {
        console.Write(new Rule(Markup.Escape(header)).LeftJustified());
        console.Profile.Out.Writer.WriteLine(text);
    }

    private static string Name(TriageGroupResult result) => result.Action.ToString().ToLowerInvariant();

    private sealed class Follower(StatusContext status) : IProgress<TriageGroupResult>
    {
        public void Report(TriageGroupResult value) => status.Status = Markup.Escape($"{Name(value)}: {value.Title}");
    }
}
