using Grpc.Core;
using Grpc.Net.Client;

namespace ErrorTelemetry.Client;

/// <summary>The channel, made once, and what authorises each call on it.</summary>
internal sealed class FirestoreConnection : IDisposable
{
    private const string ServiceAddress = "https://firestore.googleapis.com";

    private readonly GrpcChannel? _channel;
    private readonly FirestoreCredentials? _credentials;
    private readonly string? _emulatorToken;

    public FirestoreConnection(FirestoreStoreOptions options, Func<string, string?> environment)
    {
        if (options.OwnCallInvoker is { } own)
        {
            Invoker = own;
            return;
        }

        if (options.EmulatorHost is { Length: > 0 } emulator)
        {
            _channel = Open($"http://{emulator}");
            _emulatorToken = "Bearer owner";
        }
        else
        {
            _channel = Open(ServiceAddress);
            _credentials = new FirestoreCredentials(options, environment);
        }

        Invoker = _channel.CreateCallInvoker();
    }

    public CallInvoker Invoker { get; }

    /// <summary>The <c>authorization</c> header, or <see langword="null"/> where the caller's own channel sees to it.</summary>
    public async ValueTask<string?> AuthorizeAsync(CancellationToken cancellationToken) =>
        _credentials is null ? _emulatorToken : await _credentials.GetAuthorizationAsync(cancellationToken).ConfigureAwait(false);

    public void Dispose()
    {
        _channel?.Dispose();
        _credentials?.Dispose();
    }

    private static GrpcChannel Open(string address) => GrpcChannel.ForAddress(address, new GrpcChannelOptions
    {
        HttpHandler = new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            KeepAlivePingDelay = TimeSpan.FromSeconds(30),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
        },
        DisposeHttpClient = true,
    });
}
