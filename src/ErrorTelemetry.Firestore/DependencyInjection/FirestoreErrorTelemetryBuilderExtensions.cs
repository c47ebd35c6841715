using ErrorTelemetry;
using ErrorTelemetry.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps errors in Cloud Firestore.</summary>
public static class FirestoreErrorTelemetryBuilderExtensions
{
    /// <summary>Keeps errors in Cloud Firestore, for apps on more than one machine. The last store that is added wins.</summary>
    /// <param name="builder">What <c>services.AddErrorTelemetry()</c> returned.</param>
    /// <param name="configure">Sets options by code; the section <c>ErrorTelemetry:Firestore</c> and the named environment variables win over it.</param>
    public static ErrorTelemetryBuilder AddFirestoreStore(this ErrorTelemetryBuilder builder, Action<FirestoreStoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<FirestoreStoreOptions>().Configure(configure ?? (_ => { })).ValidateOnStart();
        services.TryAddSingleton(new FirestoreEnvironment(Environment.GetEnvironmentVariable));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<FirestoreStoreOptions>, FirestoreStoreOptionsSetup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FirestoreStoreOptions>, FirestoreStoreOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FirestoreStoreOptions>, FirestoreStoreOptionsRules>());
        services.TryAddSingleton(TimeProvider.System);
        services.Replace(ServiceDescriptor.Singleton<IErrorStore>(Create));
        return builder;
    }

    private static FirestoreErrorStore Create(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<FirestoreStoreOptions>>().Value;
        var logger = provider.GetService<ILoggerFactory>()?.CreateLogger<FirestoreErrorStore>() ?? NullLogger<FirestoreErrorStore>.Instance;
        Log.Connected(logger, options.ProjectId!, options.DatabaseId, options.EmulatorHost is { Length: > 0 } emulator ? $" on the emulator at {emulator}" : string.Empty);
        return new FirestoreErrorStore(
            options,
            provider.GetRequiredService<IOptions<ErrorStorageOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<FirestoreEnvironment>().Read);
    }
}
