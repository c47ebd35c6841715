using System.Diagnostics;
using ErrorTelemetry.Processes;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(ErrorTelemetry.Blazor.SampleHost))]

namespace ErrorTelemetry.Blazor;

/// <summary>The sample as a process of its own, on a free port and a fresh SQLite file, and the store as another process would read it.</summary>
public sealed class SampleHost : IAsyncLifetime
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly string _folder = Directory.CreateTempSubdirectory("error-telemetry-sample-").FullName;
    private AppProcess? _sample;
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
            return _address ??= await StartSampleAsync();
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
        if (_sample is not null)
            await _sample.DisposeAsync();

        Directory.Delete(_folder, recursive: true);
        _gate.Dispose();
    }

    /// <summary>How the sample is started with settings of one's own, which are arguments.</summary>
    internal static ProcessStartInfo Describe(params string[] settings)
    {
        var project = Path.Combine(RepositoryRoot.Path, "samples", "ErrorTelemetry.Sample");
        string[] arguments =
        [
            Path.Combine(project, "bin", BuildConfiguration, "net10.0", "ErrorTelemetry.Sample.dll"), "--urls", "http://127.0.0.1:0", "--environment", "Production", .. settings,
        ];
        return new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = project };
    }

    private async Task<Uri> StartSampleAsync()
    {
        var database = Path.Combine(_folder, "errors.db");
        _sample = await AppProcess.StartAsync(Describe("--ErrorTelemetry:Sqlite:DataSource", database, "--ErrorTelemetry:RateLimit:Enabled", "false"));
        var services = new ServiceCollection();
        services.AddErrorTelemetry().AddSqliteStore(database);
        _services = services.BuildServiceProvider();
        return _sample.Address;
    }
}
