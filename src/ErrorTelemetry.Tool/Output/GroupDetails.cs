using System.Globalization;
using Spectre.Console;

namespace ErrorTelemetry.Output;

/// <summary>One group as people read it.</summary>
internal static class GroupDetails
{
    public static void Print(IAnsiConsole console, GroupView view, IReadOnlyList<ErrorEvent> events)
    {
        var group = view.Group;
        var facts = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        Add(facts, "Fingerprint", group.Fingerprint);
        Add(facts, "Status", view.Status.ToString().ToLowerInvariant());
        Add(facts, "Issue", group.Triage.Issue?.Url);
        Add(facts, "Count", group.Count.ToString("N0", CultureInfo.InvariantCulture));
        Add(facts, "First seen", GroupTable.Time(group.FirstSeen));
        Add(facts, "Last seen", GroupTable.Time(group.LastSeen));
        Add(facts, "Culprit", group.Culprit);
        Add(facts, "Category", $"{view.Classification.Category} ({view.Classification.Severity}, rule {view.Classification.RuleId})");
        Add(facts, "Mechanisms", string.Join(", ", group.Mechanisms));
        Add(facts, "Environments", string.Join(", ", group.Environments));
        Add(facts, "Releases", string.Join(", ", group.Releases.Select(release => $"{release.Name} ({release.Count.ToString(CultureInfo.InvariantCulture)})")));
        Add(facts, "Correlation", string.Join(", ", group.LastCorrelationIds));

        console.Write(new Panel(facts).Header(Markup.Escape(group.Title)).RoundedBorder().Expand());
        if (group.Sample.Stack is { } stack)
            console.Write(new Panel(new Text(stack)).Header("Sample stack").RoundedBorder().Expand());
        foreach (var step in view.Classification.Remediation)
            console.Write(new Text("• " + step + Environment.NewLine));
        console.Write(EventTable.Create(events));
    }

    private static void Add(Grid grid, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            grid.AddRow(new Text(name), new Text(value));
    }
}
