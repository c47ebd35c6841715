using System.Diagnostics;
using System.Text.Json;

namespace ErrorTelemetry.Hosts;

/// <summary>A child process seen from its parent. Ends with the parent, whose end closes its input.</summary>
internal sealed class ChildHost : IAsyncDisposable
{
    private readonly Process _process;

    private ChildHost(Process process, HostSettings settings, Uri url)
    {
        _process = process;
        Settings = settings;
        Url = url;
    }

    public HostSettings Settings { get; }

    public Uri Url { get; }

    public static async Task<ChildHost> StartAsync(HostSettings settings)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("host");
        start.ArgumentList.Add(settings.ToString());
        var process = Process.Start(start) ?? throw new InvalidOperationException("A child process did not start.");
        var hello = await ReadAsync(process);
        return new ChildHost(process, settings, hello.Url!);
    }

    public Task<HostStats> StatsAsync() => AskAsync("stats");

    public async Task<HostStats> AskAsync(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync();
        return await ReadAsync(_process);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<HostStats> ReadAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith('{'))
                return JsonSerializer.Deserialize(line, LoadTestJson.Default.HostStats)!;
        }

        throw new InvalidOperationException("A child process ended early.");
    }
}
