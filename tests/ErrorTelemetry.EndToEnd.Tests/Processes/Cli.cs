using System.Diagnostics;

namespace ErrorTelemetry.Processes;

/// <summary>Runs commands as a person does, in a folder, with an environment of their own.</summary>
internal sealed class Cli(string folder, IReadOnlyDictionary<string, string> environment)
{
    /// <summary>No bound for a slow machine, but for what would never end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs a command to its end.</summary>
    /// <returns>What it printed on standard output.</returns>
    /// <exception cref="InvalidOperationException">It failed (the message holds all that it printed), or did not end.</exception>
    public async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var start = Described(program, arguments);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            // The end of both texts is the end of every process that writes there, a build node left behind included.
            await Task.WhenAll(process.WaitForExitAsync(patience.Token), output, error);
        }
        catch (OperationCanceledException)
        {
            var state = process.HasExited ? "ended, but something it started still holds its output" : "did not end";
            process.Kill(entireProcessTree: true);
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} {state} after {Patience}.");
        }

        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} exited with {process.ExitCode}:\n{await output}\n{await error}");
    }

    /// <summary>Starts a web app and waits until it listens.</summary>
    public Task<AppProcess> ServeAsync(string program, params string[] arguments) => AppProcess.StartAsync(Described(program, arguments));

    private ProcessStartInfo Described(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };
        // A build node would outlive the command and hold its output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }
}
