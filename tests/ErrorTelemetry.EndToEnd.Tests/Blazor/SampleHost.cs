using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(ErrorTelemetry.Blazor.SampleHost))]

namespace ErrorTelemetry.Blazor;

/// <summary>The sample as a process of its own, on a free port and a fresh SQLite file, and the store as another process would read it.</summary>
public sealed class SampleHost : IAsyncLifetime
{
    private const string Listening = "Now listening on: ";

    private readonly SemaphoreSlim _gate = new(1);
    private readonly string _folder = Directory.CreateTempSubdirectory("error-telemetry-sample-").FullName;
    private Process? _process;
    private ServiceProvider? _services;
    private Uri? _address;

    /// <summary>Debug or Release: the tests start what was built with them.</summary>
    public static string BuildConfiguration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public IErrorStore Store => _services!.GetRequiredService<IErrorStore>();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The sample's address. Started late, so that a run without slow tests starts nothing.</summary>
    public async Task<Uri> StartAsync()
    {
        await _gate.WaitAsync();
        try
        {
            return _address ??= await StartProcessAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
        _gate.Dispose();
    }

    private async Task<Uri> StartProcessAsync()
    {
        var database = Path.Combine(_folder, "errors.db");
        var project = Path.Combine(RepositoryRoot.Path, "samples", "ErrorTelemetry.Sample");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = project };
        foreach (var argument in (string[])
        [
            Path.Combine(project, "bin", BuildConfiguration, "net10.0", "ErrorTelemetry.Sample.dll"),
            "--urls", "http://127.0.0.1:0", "--environment", "Production",
            "--ErrorTelemetry:Sqlite:DataSource", database, "--ErrorTelemetry:RateLimit:Enabled", "false",
        ])
            start.ArgumentList.Add(argument);

        _process = Process.Start(start)!;
        var output = new StringBuilder();
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The sample ended: " + output));
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var found = await address.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        var services = new ServiceCollection();
        services.AddErrorTelemetry().AddSqliteStore(database);
        _services = services.BuildServiceProvider();
        return found;

        void Read(string? line)
        {
            lock (output)
                output.AppendLine(line);
            var at = line?.IndexOf(Listening, StringComparison.Ordinal) ?? -1;
            if (at >= 0)
                address.TrySetResult(new Uri(line![(at + Listening.Length)..].Trim()));
        }
    }
}
