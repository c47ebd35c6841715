using System.CommandLine;
using ErrorTelemetry.Output;
using ErrorTelemetry.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Commands;

/// <summary><c>triage STORE --repo OWNER/NAME [--github-url URL] [--dry-run] [--json] [--min-count N] [--max-issues N] [--enable-pull-requests]</c></summary>
internal static class TriageCommand
{
    public static Command Create(ToolHost tool)
    {
        var json = new Option<bool>("--json") { Description = "Print the run's report as one JSON object." };
        var switches = new TriageSwitches();
        var command = new Command("triage", "Files the groups that deserve it as GitHub issues, never the same one twice. The token comes from GITHUB_TOKEN.") { json };
        switches.AddTo(command);
        var stores = StoreOptions.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = stores.Open(parsed, builder =>
            {
                builder.AddTriage();
                // After the section and the variables: what somebody typed wins over what was set before.
                builder.Services.PostConfigure<TriageOptions>(options => switches.Apply(parsed, options));
            });
            var options = services.GetRequiredService<IOptions<TriageOptions>>().Value;
            var runner = services.GetRequiredService<TriageRunner>();
            var report = parsed.GetValue(json)
                ? await runner.RunAsync(options, progress: null, cancellationToken)
                : await TriageOutput.RunAsync(tool.Console, progress => runner.RunAsync(options, progress, cancellationToken));
            await PrintAsync(tool, report, parsed.GetValue(json), cancellationToken);
            return report.ExitCode;
        });
        return command;
    }

    private static async Task PrintAsync(ToolHost tool, TriageReport report, bool json, CancellationToken cancellationToken)
    {
        if (json)
        {
            await using var output = new StreamWriter(tool.Output, leaveOpen: true);
            await output.WriteLineAsync(report.ToJson());
        }
        else
        {
            TriageOutput.Print(tool.Console, report);
        }

        if (report.Message is { } message)
            tool.Error.WriteLine(message);
        // GitHub Actions shows this file on the page of the run.
        if (tool.Variable("GITHUB_STEP_SUMMARY") is { } summary)
            await SummariseAsync(tool, summary, report, cancellationToken);
    }

    private static async Task SummariseAsync(ToolHost tool, string file, TriageReport report, CancellationToken cancellationToken)
    {
        try
        {
            await File.AppendAllTextAsync(file, report.ToMarkdown(), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The issues are filed; that must not look like a failure.
            tool.Error.WriteLine($"The summary could not be written to '{file}': {exception.Message}");
        }
    }
}
