using Spectre.Console;

namespace ErrorTelemetry.Output;

/// <summary>Events as people read them.</summary>
internal static class EventTable
{
    public static Table Create(IEnumerable<ErrorEvent> events)
    {
        var table = new Table().RoundedBorder();
        table.AddColumns("Time", "Event", "Correlation", "Mechanism", "Release", "Message");
        foreach (var one in events)
        {
            table.AddRow(
                new Text(GroupTable.Time(one.Timestamp)),
                new Text(one.EventId),
                new Text(one.CorrelationId ?? string.Empty),
                new Text(one.Mechanism),
                new Text(one.Release ?? string.Empty),
                new Text(one.Message) { Overflow = Overflow.Ellipsis });
        }

        return table;
    }
}
