using System.CommandLine;
using System.Text.Json;
using ErrorTelemetry.Json;
using ErrorTelemetry.Output;
using ErrorTelemetry.Stores;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace ErrorTelemetry.Commands;

/// <summary><c>find CODE STORE [--json]</c></summary>
internal static class FindCommand
{
    public static Command Create(ToolHost tool)
    {
        var code = new Argument<string>("CODE") { Description = "A reference code that a user was shown, a correlation id, a page id or an event id." };
        var json = new Option<bool>("--json") { Description = "Print one JSON array of events." };
        var command = new Command("find", "Finds the events behind a reference code.") { code, json };
        var stores = StoreOptions.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = stores.Open(parsed);
            var events = await services.GetRequiredService<IErrorStore>().FindEventsAsync(parsed.GetRequiredValue(code), cancellationToken: cancellationToken);
            if (parsed.GetValue(json))
                await ToolJson.WriteAsync(tool.Output, writer => Write(writer, events));
            else if (events.Count > 0)
                Print(tool.Console, events);
            if (events.Count > 0)
                return ExitCodes.Done;
            tool.Error.WriteLine("No kept event has this id. Past the hourly cap of a group events are only counted, and after the retention they are removed.");
            return ExitCodes.SomeFailed;
        });
        return command;
    }

    private static void Print(IAnsiConsole console, IReadOnlyList<ErrorEvent> events)
    {
        console.Write(EventTable.Create(events));
        foreach (var fingerprint in events.Select(one => one.Fingerprint).Distinct())
            console.WriteLine("Group " + fingerprint);
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<ErrorEvent> events)
    {
        writer.WriteStartArray();
        foreach (var one in events)
            JsonSerializer.Serialize(writer, one, ErrorTelemetryJson.Event);
        writer.WriteEndArray();
    }
}
