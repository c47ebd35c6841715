using System.Diagnostics;
using System.Globalization;

namespace ErrorTelemetry.Storage;

/// <summary>A process that reports errors into a SQLite file, started by a script that prepares what its disk is like.</summary>
internal sealed class FullDiskHost : IDisposable
{
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private FullDiskHost(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>Starts it.</summary>
    /// <param name="script">What the shell runs; <c>$0</c> is the program, <c>$1</c> its file, <c>$2</c> the file's folder.</param>
    /// <param name="file">The SQLite file.</param>
    public static FullDiskHost Start(string script, string file)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ErrorTelemetry.Sqlite.CrashHost");
        var start = new ProcessStartInfo("sh", ["-c", script, program, file, Path.GetDirectoryName(file)!]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return new FullDiskHost(Process.Start(start)!);
    }

    /// <summary>Reports so many errors, each of another kind, and waits until it is known what became of them.</summary>
    /// <returns><see langword="null"/> if the process has ended.</returns>
    public async Task<FullDiskTotals?> ReportAsync(int errors, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(errors.ToString(CultureInfo.InvariantCulture).AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        var line = await _process.StandardOutput.ReadLineAsync(cancellationToken).AsTask().WaitAsync(Enough, TimeProvider.System, cancellationToken);
        return line is null ? null : FullDiskTotals.Parse(line);
    }

    /// <summary>Ends it as a host ends, with its last drain.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(cancellationToken).WaitAsync(Enough, TimeProvider.System, cancellationToken);
        Assert.Equal(0, _process.ExitCode);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
