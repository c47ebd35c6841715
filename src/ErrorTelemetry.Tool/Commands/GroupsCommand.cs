using System.CommandLine;
using ErrorTelemetry.Output;
using ErrorTelemetry.Stores;
using Spectre.Console;

namespace ErrorTelemetry.Commands;

/// <summary><c>groups STORE [--json]</c></summary>
internal static class GroupsCommand
{
    public static Command Create(ToolHost tool)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON array." };
        var command = new Command("groups", "Lists the groups of a store, the latest seen first.") { json };
        var stores = StoreOptions.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = stores.Open(parsed);
            // All of them before the first word: a store that fails half way must leave no half document.
            var groups = await GroupLister.ListAsync(services, cancellationToken).ToListAsync(cancellationToken);
            if (parsed.GetValue(json))
                await PrintJsonAsync(tool, groups);
            else
                PrintTable(tool, groups);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task PrintJsonAsync(ToolHost tool, List<GroupView> groups)
    {
        await using (var writer = ToolJson.Writer(tool.Output))
        {
            writer.WriteStartArray();
            foreach (var group in groups)
            {
                writer.WriteStartObject();
                GroupJson.WriteMembers(writer, group);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        tool.Output.WriteByte((byte)'\n');
    }

    private static void PrintTable(ToolHost tool, List<GroupView> groups)
    {
        if (groups.Count == 0)
            tool.Console.WriteLine("The store holds no group yet.");
        else
            tool.Console.Write(GroupTable.Create(groups));
    }
}
