using System.Text;
using System.Text.Json;
using ErrorTelemetry.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry;

/// <summary>One run of the tool in this process, and a folder for its files.</summary>
internal sealed class ToolRun : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("error-telemetry-tool-").FullName;

    public string Database => Path.Combine(Folder, "errors.db");

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public string Output { get; private set; } = string.Empty;

    public string Text { get; private set; } = string.Empty;

    public string Error { get; private set; } = string.Empty;

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public IReadOnlyList<JsonElement> JsonLines => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public Task<int> RunAsync(params string[] args) => RunWithInputAsync([], args);

    public Task<int> RunWithInputAsync(string input, params string[] args) => RunWithInputAsync(Encoding.UTF8.GetBytes(input), args);

    public async Task<int> RunWithInputAsync(byte[] input, params string[] args)
    {
        using var output = new MemoryStream();
        using var text = new StringWriter();
        using var error = new StringWriter();
        var tool = new ToolHost(new MemoryStream(input), output, text, error, name => Variables.GetValueOrDefault(name));
        var code = await ErrorTelemetryCommand.RunAsync(args, tool, TestContext.Current.CancellationToken);
        Output = Encoding.UTF8.GetString(output.ToArray());
        Text = text.ToString();
        Error = error.ToString();
        return code;
    }

    /// <summary>Records events in the file, as an app does.</summary>
    public async Task RecordAsync(params ErrorEvent[] events)
    {
        await using var services = new ServiceCollection().AddErrorTelemetry().AddSqliteStore(Database).Services.BuildServiceProvider();
        await services.GetRequiredService<IErrorStore>().RecordAsync(events, TestContext.Current.CancellationToken);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
