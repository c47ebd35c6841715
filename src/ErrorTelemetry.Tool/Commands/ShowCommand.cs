using ErrorTelemetry.Classifying;
using System.CommandLine;
using System.Text.Json;
using ErrorTelemetry.Json;
using ErrorTelemetry.Output;
using ErrorTelemetry.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry.Commands;

/// <summary><c>show FINGERPRINT STORE [--json]</c></summary>
internal static class ShowCommand
{
    private const int NewestEvents = 20;

    public static Command Create(ToolHost tool)
    {
        var fingerprint = new Argument<string>("FINGERPRINT") { Description = "The group's 64 hex digits, or the first 8 or more." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object with the newest events." };
        var command = new Command("show", "Shows one group with its newest events.") { fingerprint, json };
        var stores = StoreOptions.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = stores.Open(parsed);
            var store = services.GetRequiredService<IErrorStore>();
            if (await GroupFinder.FindAsync(store, parsed.GetRequiredValue(fingerprint), cancellationToken) is not { } group)
            {
                tool.Error.WriteLine("The store holds no such group. 'groups' lists them.");
                return ExitCodes.SomeFailed;
            }

            var view = GroupView.Create(group, services.GetRequiredService<TimeProvider>().GetUtcNow(), new ErrorClassifier());
            var events = await store.GetNewestEventsAsync(group.Fingerprint, NewestEvents, cancellationToken);
            if (parsed.GetValue(json))
                await ToolJson.WriteAsync(tool.Output, writer => Write(writer, view, events));
            else
                GroupDetails.Print(tool.Console, view, events);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(Utf8JsonWriter writer, GroupView view, IReadOnlyList<ErrorEvent> events)
    {
        writer.WriteStartObject();
        GroupJson.WriteMembers(writer, view);
        writer.WriteStartArray("events");
        foreach (var one in events)
            JsonSerializer.Serialize(writer, one, ErrorTelemetryJson.Event);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
