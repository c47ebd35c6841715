using ErrorTelemetry.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry.Processes;

/// <summary>A store that several processes share: a SQLite file, or a Firestore server.</summary>
internal sealed class ProcessStore : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("error-telemetry-triage-");
    private readonly FirestoreServerHost? _server;
    private readonly ServiceProvider _services;

    private ProcessStore(FirestoreServerHost? server)
    {
        _server = server;
        var builder = new ServiceCollection().AddErrorTelemetry();
        if (server is null)
        {
            var file = Path.Combine(_folder.FullName, "errors.db");
            builder.AddSqliteStore(file);
            Arguments = ["--sqlite", file];
        }
        else
        {
            builder.AddFirestoreStore(options => (options.ProjectId, options.EmulatorHost) = ("demo", server.Address));
            Arguments = ["--firestore-project", "demo"];
            Variables = new Dictionary<string, string> { ["FIRESTORE_EMULATOR_HOST"] = server.Address };
        }

        _services = builder.Services.BuildServiceProvider();
        Errors = _services.GetRequiredService<IErrorStore>();
    }

    public string[] Arguments { get; }

    public IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string>();

    public IErrorStore Errors { get; }

    public static async Task<ProcessStore> StartAsync(string kind) => new(kind == "firestore" ? await FirestoreServerHost.StartAsync() : null);

    /// <summary>Lets every claim lapse, as a quarter of an hour would.</summary>
    public async Task LapseAsync(string fingerprint, CancellationToken cancellationToken)
    {
        var state = (await Errors.FindGroupAsync(fingerprint, cancellationToken))!.Triage;
        if (state.Claim is { } claim)
            await Errors.TryChangeTriageAsync(fingerprint, state.Version, state with { Claim = claim with { Until = DateTimeOffset.UnixEpoch } }, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
