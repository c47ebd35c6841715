using System.Diagnostics;
using System.Text;

namespace ErrorTelemetry.Packages;

/// <summary>Runs commands as a person does, in a folder, with an environment of their own.</summary>
internal sealed class Cli(string folder, IReadOnlyDictionary<string, string> environment)
{
    /// <summary>Runs a command to its end.</summary>
    /// <returns>What it printed on standard output.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message holds all that it printed.</exception>
    public async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} exited with {process.ExitCode}:\n{await output}\n{await error}");
    }

    /// <summary>Starts a web app and waits until it listens.</summary>
    public async Task<(Process App, Uri Address)> ServeAsync(string program, params string[] arguments)
    {
        const string Listening = "Now listening on: ";
        var process = Start(program, arguments);
        var printed = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            printed.AppendLine(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                return (process, new Uri(line[(at + Listening.Length)..].Trim()));
            }
        }

        throw new InvalidOperationException($"{program} did not listen:\n{printed}\n{await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
    }

    private Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
