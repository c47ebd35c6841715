using System.CommandLine;
using System.Text;
using ErrorTelemetry.Output;
using ErrorTelemetry.Processing;
using ErrorTelemetry.Processing.Validation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry.Commands;

/// <summary><c>explain [FILE|-] [--jsonl]</c></summary>
internal static class ExplainCommand
{
    public static Command Create(ToolHost tool)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A report in the JSON of the ingest endpoint, or - for standard input.",
            DefaultValueFactory = _ => "-",
        };
        var jsonl = new Option<bool>("--jsonl") { Description = "One report a line in, one explanation a line out." };
        var command = new Command("explain", "Shows what the pipeline makes of a report, without storing anything.") { file, jsonl };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = CreateServices();
            var explainer = new ReportExplainer(services.GetRequiredService<ErrorPipeline>(), services.GetRequiredService<TimeProvider>());
            await using var input = Open(parsed.GetRequiredValue(file), tool);
            await using var output = new BufferedStream(tool.Output, 64 * 1024);
            if (parsed.GetValue(jsonl))
                await ExplainLinesAsync(explainer, input, output, cancellationToken);
            else
                await ExplainOneAsync(explainer, input, output, cancellationToken);
            return ExitCodes.Done;
        });
        return command;
    }

    private static ServiceProvider CreateServices()
    {
        var services = new ServiceCollection();
        // Detectors and noise packs that the app has switched can be switched here too, for example ErrorTelemetry__Redaction__DisabledDetectors__0.
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        services.AddErrorTelemetry();
        // A report without a release has none; the tool's own says nothing about it.
        services.PostConfigure<ErrorTelemetryOptions>(options => options.Release = null);
        return services.BuildServiceProvider();
    }

    private static Stream Open(string file, ToolHost tool)
    {
        if (file == "-")
            return tool.Input;
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{file}' cannot be read: {exception.Message}");
        }
    }

    private static async Task ExplainOneAsync(ReportExplainer explainer, Stream input, Stream output, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await input.CopyToAsync(buffer, cancellationToken);
        var reading = ReportReader.Read(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        await ToolJson.WriteAsync(output, writer => explainer.Write(writer, reading));
    }

    private static async Task ExplainLinesAsync(ReportExplainer explainer, Stream input, Stream output, CancellationToken cancellationToken)
    {
        // Bytes that are not UTF-8 would be mended by a lenient decoder and then pass; Latin-1 carries every byte through.
        using var lines = new StreamReader(input, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.AsSpan().Trim().IsEmpty)
                continue;
            var reading = ReportReader.Read(Encoding.Latin1.GetBytes(line));
            await ToolJson.WriteAsync(output, writer => explainer.Write(writer, reading), indented: false);
            // Whoever sends line by line waits for the answer to each.
            await output.FlushAsync(cancellationToken);
        }
    }
}
