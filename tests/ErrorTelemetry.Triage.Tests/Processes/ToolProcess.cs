using System.Diagnostics;
using ErrorTelemetry.GitHub;

namespace ErrorTelemetry.Processes;

/// <summary>The real tool, triaging in a process of its own.</summary>
internal sealed class ToolProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private ToolProcess(Process process)
    {
        _process = process;
        process.Start();
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    public static ToolProcess Start(FakeGitHub gitHub, ProcessStore store)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "error-telemetry.dll"), "triage", .. store.Arguments, "--repo", FakeGitHub.Repository, "--github-url", gitHub.Url, "--json"];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("GITHUB_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(inherited);
        start.Environment["GITHUB_TOKEN"] = FakeGitHub.Token;
        foreach (var (name, value) in store.Variables)
            start.Environment[name] = value;
        return new ToolProcess(new Process { StartInfo = start });
    }

    /// <summary>At once, as <c>kill -9</c>.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    public async Task<(int ExitCode, string Output)> EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return (_process.ExitCode, await _output + await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
