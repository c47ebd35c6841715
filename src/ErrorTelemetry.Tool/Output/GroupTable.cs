using System.Globalization;
using ErrorTelemetry.Stores;
using Spectre.Console;

namespace ErrorTelemetry.Output;

/// <summary>Groups as people read them.</summary>
internal static class GroupTable
{
    public static Table Create(IEnumerable<GroupView> views)
    {
        var table = new Table().RoundedBorder();
        table.AddColumn(new TableColumn("Count").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("Last seen").NoWrap());
        table.AddColumn("Group");
        foreach (var view in views)
        {
            table.AddRow(
                new Text(view.Group.Count.ToString("N0", CultureInfo.InvariantCulture)),
                new Text(Time(view.Group.LastSeen)),
                new Rows(new Text(view.Group.Title), new Text(Details(view), new Style(decoration: Decoration.Dim))));
        }

        return table;
    }

    private static string Details(GroupView view) =>
        string.Join(" · ", view.Group.Fingerprint[..GroupFinder.ShownChars], view.Status.ToString().ToLowerInvariant(), view.Classification.Category);

    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
