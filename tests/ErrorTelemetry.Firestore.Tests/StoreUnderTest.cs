using ErrorTelemetry.Hosting;

namespace ErrorTelemetry;

/// <summary>A server of its own and stores over it.</summary>
internal sealed class StoreUnderTest : IAsyncDisposable
{
    private readonly List<FirestoreErrorStore> _stores = [];

    private StoreUnderTest(FirestoreServerHost server) => Server = server;

    public FirestoreServerHost Server { get; }

    public static async Task<StoreUnderTest> StartAsync(FirestoreServerOptions? options = null) => new(await FirestoreServerHost.StartAsync(options));

    /// <summary>A store over the server: another process, as far as the server can tell.</summary>
    public FirestoreErrorStore NewStore(ErrorStorageOptions? storage = null, TimeProvider? time = null, Action<FirestoreStoreOptions>? configure = null)
    {
        var options = Options(Server.Address);
        configure?.Invoke(options);
        var store = new FirestoreErrorStore(options, storage ?? new ErrorStorageOptions { MaxStoredEventsPerGroupPerHour = 10_000 }, time ?? TimeProvider.System, _ => null);
        _stores.Add(store);
        return store;
    }

    /// <summary>Options whose groups do not rest, so that tests need not wait, and whose patience outlasts a busy machine.</summary>
    public static FirestoreStoreOptions Options(string address) => new()
    {
        ProjectId = "demo",
        EmulatorHost = address,
        GroupWriteIntervalMilliseconds = 0,
        CallTimeoutMilliseconds = 60_000,
        RetryBudgetMilliseconds = 60_000,
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
            await store.DisposeAsync();
        await Server.DisposeAsync();
    }
}
