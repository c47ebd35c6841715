using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry;

/// <summary>The store as a host composes it.</summary>
internal static class Stores
{
    public static ServiceProvider Open(string host, Action<FirestoreStoreOptions>? configure = null, int cap = 100_000)
    {
        var services = new ServiceCollection();
        services.Configure<ErrorStorageOptions>(storage => storage.MaxStoredEventsPerGroupPerHour = cap);
        services.AddErrorTelemetry().AddFirestoreStore(options =>
        {
            options.ProjectId = "demo";
            options.EmulatorHost = host;
            configure?.Invoke(options);
        });
        return services.BuildServiceProvider();
    }
}
