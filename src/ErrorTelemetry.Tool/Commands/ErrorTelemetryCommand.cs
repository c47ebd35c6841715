using System.CommandLine;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Commands;

/// <summary>The <c>error-telemetry</c> command and the one place that turns failures into exit codes.</summary>
internal static class ErrorTelemetryCommand
{
    public static async Task<int> RunAsync(string[] args, ToolHost tool, CancellationToken cancellationToken)
    {
        var parsed = Create(tool).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                tool.Error.WriteLine(error.Message);
            tool.Error.WriteLine("Run with --help to see how it is used.");
            return ExitCodes.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Error = tool.Error }, cancellationToken);
        }
        catch (ErrorStoreException exception)
        {
            tool.Error.WriteLine(exception.Message);
            return ExitCodes.Unreachable;
        }
        catch (Exception exception) when (exception is OptionsValidationException or UsageException)
        {
            tool.Error.WriteLine(exception.Message);
            return ExitCodes.Usage;
        }
        catch (IOException exception)
        {
            // Whoever reads standard output has gone (… | head).
            tool.Error.WriteLine(exception.Message);
            return ExitCodes.SomeFailed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            tool.Error.WriteLine("Interrupted.");
            return ExitCodes.SomeFailed;
        }
    }

    private static RootCommand Create(ToolHost tool) =>
        new("Explains reports, looks into error stores, and files groups as GitHub issues.")
        {
            ExplainCommand.Create(tool),
            GroupsCommand.Create(tool),
            ShowCommand.Create(tool),
            FindCommand.Create(tool),
            ForgetCommand.Create(tool),
            TriageCommand.Create(tool),
        };
}
