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
            var groups = GroupLister.ListAsync(services, cancellationToken);
            if (parsed.GetValue(json))
                await PrintJsonAsync(tool, groups);
            else
                await PrintTableAsync(tool, groups);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task PrintJsonAsync(ToolHost tool, IAsyncEnumerable<GroupView> groups)
    {
        await using (var writer = ToolJson.Writer(tool.Output))
        {
            writer.WriteStartArray();
            await foreach (var group in groups)
            {
                writer.WriteStartObject();
                GroupJson.WriteMembers(writer, group);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        tool.Output.WriteByte((byte)'\n');
    }

    private static async Task PrintTableAsync(ToolHost tool, IAsyncEnumerable<GroupView> groups)
    {
        var all = await groups.ToListAsync();
        if (all.Count == 0)
            tool.Console.WriteLine("The store holds no group yet.");
        else
            tool.Console.Write(GroupTable.Create(all));
    }
}
