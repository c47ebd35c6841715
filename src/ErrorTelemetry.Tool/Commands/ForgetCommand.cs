using System.CommandLine;
using ErrorTelemetry.Stores;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace ErrorTelemetry.Commands;

/// <summary><c>forget FINGERPRINT STORE</c></summary>
internal static class ForgetCommand
{
    public static Command Create(ToolHost tool)
    {
        var fingerprint = new Argument<string>("FINGERPRINT") { Description = "The group's 64 hex digits." };
        var command = new Command("forget", "Deletes a group with all its events. An issue that it has stays.") { fingerprint };
        var stores = StoreOptions.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = stores.Open(parsed);
            var key = parsed.GetRequiredValue(fingerprint).ToLowerInvariant();
            if (await services.GetRequiredService<IErrorStore>().DeleteGroupAsync(key, cancellationToken))
            {
                tool.Console.WriteLine($"Deleted the group {key} and its events.");
                return ExitCodes.Done;
            }

            tool.Error.WriteLine($"The store holds no group '{key}'. 'groups' lists them; a fingerprint has 64 hex digits.");
            return ExitCodes.SomeFailed;
        });
        return command;
    }
}
