using System.Net;
using ErrorTelemetry.Faults;
using ErrorTelemetry.Queries;
using ErrorTelemetry.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ErrorTelemetry.Hosting;

/// <summary>A running server on the loopback address, over HTTP/2 without TLS, as Google's emulator speaks it.</summary>
public sealed class FirestoreServerHost : IAsyncDisposable
{
    private const int Window = 10 * 1024 * 1024;

    private readonly WebApplication _app;
    private readonly CommitJournal? _journal;

    private FirestoreServerHost(WebApplication app, CommitJournal? journal)
    {
        _app = app;
        _journal = journal;
        Faults = app.Services.GetRequiredService<FaultPlan>();
        Statistics = app.Services.GetRequiredService<ServerStatistics>();
        Address = new Uri(app.Urls.Single()).Authority;
    }

    /// <summary><c>host:port</c>, as <c>FIRESTORE_EMULATOR_HOST</c> wants it.</summary>
    public string Address { get; }

    /// <summary>What goes wrong; may be changed at any time.</summary>
    public FaultPlan Faults { get; }

    /// <summary>What the server has done.</summary>
    public ServerStatistics Statistics { get; }

    /// <summary>Starts a server.</summary>
    public static async Task<FirestoreServerHost> StartAsync(FirestoreServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new FirestoreServerOptions();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.Protocols = HttpProtocols.Http2);

            // A commit is up to 10 MiB: with the default of 96 KiB it would wait for a hundred window updates.
            kestrel.Limits.Http2.InitialStreamWindowSize = Window;
            kestrel.Limits.Http2.InitialConnectionWindowSize = 4 * Window;
        });
        var journal = options.JournalFile is null ? null : new CommitJournal(options.JournalFile);
        var indexes = options.IndexesFile is null ? IndexCatalog.Empty : IndexCatalog.Read(options.IndexesFile);
        var documents = new DocumentStore(indexes, options.Clock, journal);
        documents.Replay();
        builder.Services
            .AddSingleton(options.Clock)
            .AddSingleton(documents)
            .AddSingleton<TransactionTable>()
            .AddSingleton<WritePressure>()
            .AddSingleton<FaultPlan>()
            .AddSingleton<ServerStatistics>()
            .AddSingleton<FirestoreService>()
            .AddSingleton<FaultInterceptor>()
            .AddGrpc(grpc =>
            {
                grpc.Interceptors.Add<FaultInterceptor>();
                grpc.MaxReceiveMessageSize = null;
                grpc.MaxSendMessageSize = null;
            });
        var app = builder.Build();
        app.MapGrpcService<FirestoreService>();
        await app.StartAsync(cancellationToken);
        return new FirestoreServerHost(app, journal);
    }

    /// <summary>Completes when the server has been asked to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _app.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
        _journal?.Dispose();
    }
}
