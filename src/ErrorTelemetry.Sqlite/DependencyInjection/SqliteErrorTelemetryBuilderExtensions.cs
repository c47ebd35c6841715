using ErrorTelemetry;
using ErrorTelemetry.Configuration;
using ErrorTelemetry.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps errors in a SQLite file.</summary>
public static class SqliteErrorTelemetryBuilderExtensions
{
    /// <summary>Keeps errors in this SQLite file. The last store that is added wins.</summary>
    /// <param name="builder">What <c>services.AddErrorTelemetry()</c> returned.</param>
    /// <param name="dataSource">The file's path; see <see cref="SqliteStoreOptions.DataSource"/>. The configuration <c>ErrorTelemetry:Sqlite:DataSource</c> wins over it.</param>
    /// <exception cref="ArgumentException"><paramref name="dataSource"/> is blank.</exception>
    public static ErrorTelemetryBuilder AddSqliteStore(this ErrorTelemetryBuilder builder, string dataSource)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dataSource);
        return builder.AddSqliteStore(options => options.DataSource = dataSource);
    }

    /// <summary>Keeps errors in a SQLite file. The last store that is added wins.</summary>
    /// <param name="builder">What <c>services.AddErrorTelemetry()</c> returned.</param>
    /// <param name="configure">Sets options by code; the section <c>ErrorTelemetry:Sqlite</c> wins over it.</param>
    public static ErrorTelemetryBuilder AddSqliteStore(this ErrorTelemetryBuilder builder, Action<SqliteStoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var services = builder.Services;
        services.AddOptions<SqliteStoreOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<SqliteStoreOptions>, SqliteStoreOptionsSetup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SqliteStoreOptions>, SqliteStoreOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SqliteStoreOptions>, SqliteStoreOptionsRules>());
        services.TryAddSingleton(TimeProvider.System);
        services.Replace(ServiceDescriptor.Singleton<IErrorStore>(static provider => new SqliteErrorStore(
            provider.GetRequiredService<IOptions<SqliteStoreOptions>>().Value,
            provider.GetRequiredService<IOptions<ErrorStorageOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILoggerFactory>()?.CreateLogger<SqliteErrorStore>() ?? NullLogger<SqliteErrorStore>.Instance)));
        return builder;
    }
}
