using System.Collections.Concurrent;
using System.Diagnostics;

namespace ErrorTelemetry.Processes;

/// <summary>A program of this solution in a process of its own, with the lines that it prints. Killed, whole, when disposed.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<string> _firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Errors.Enqueue(line.Data ?? string.Empty);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public ConcurrentQueue<string> Lines { get; } = [];

    public ConcurrentQueue<string> Errors { get; } = [];

    public Task<string> FirstLine => _firstLine.Task;

    public static ChildProcess Start(string program, params string[] arguments) => new(new Process
    {
        StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program + ".dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true },
    });

    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>At once, as <c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            _firstLine.TrySetException(new InvalidOperationException("The program printed nothing: " + string.Join('\n', Errors)));
            return;
        }

        Lines.Enqueue(line);
        _firstLine.TrySetResult(line);
    }
}
