using System.Globalization;
using Spectre.Console;

namespace ErrorTelemetry.Output;

/// <summary>Groups as people read them.</summary>
internal static class GroupTable
{
    public static Table Create(IEnumerable<GroupView> views)
    {
        var table = new Table().RoundedBorder();
        table.AddColumn(new TableColumn("Count").RightAligned());
        table.AddColumns("Last seen", "Status", "Category", "Title", "Fingerprint");
        foreach (var view in views)
        {
            table.AddRow(
                new Text(view.Group.Count.ToString("N0", CultureInfo.InvariantCulture)),
                new Text(Time(view.Group.LastSeen)),
                new Text(view.Status.ToString().ToLowerInvariant()),
                new Text(view.Classification.Category),
                new Text(view.Group.Title) { Overflow = Overflow.Ellipsis },
                new Text(view.Group.Fingerprint[..12]));
        }

        return table;
    }

    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
