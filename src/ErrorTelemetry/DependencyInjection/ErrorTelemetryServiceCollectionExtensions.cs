using System.Diagnostics.CodeAnalysis;
using ErrorTelemetry;
using ErrorTelemetry.Capture;
using ErrorTelemetry.Hosting;
using ErrorTelemetry.Metrics;
using ErrorTelemetry.Configuration;
using ErrorTelemetry.Correlation;
using ErrorTelemetry.Processing;
using ErrorTelemetry.Processing.Fingerprinting;
using ErrorTelemetry.Processing.Noise;
using ErrorTelemetry.Processing.Redaction;
using ErrorTelemetry.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds ErrorTelemetry to any host: web, worker or console.</summary>
public static class ErrorTelemetryServiceCollectionExtensions
{
    /// <summary>Adds capture, the pipeline and a bounded in-memory store, which a store package replaces.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets options by code; the configuration section <c>ErrorTelemetry</c> and the named environment variables win over it.</param>
    /// <returns>A builder, to add a store and other parts. Calling this again adds nothing twice.</returns>
    public static ErrorTelemetryBuilder AddErrorTelemetry(this IServiceCollection services, Action<ErrorTelemetryOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (configure is not null)
            services.Configure(configure);

        if (services.All(service => service.ServiceType != typeof(Marker)))
        {
            services.AddSingleton<Marker>();
            AddOptions(services);
            AddPipeline(services);
            AddStorage(services);
            AddCapture(services);
        }

        return new ErrorTelemetryBuilder(services);
    }

    private static void AddOptions(IServiceCollection services)
    {
        services.AddLogging();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new EnvironmentVariables(Environment.GetEnvironmentVariable));

        services.AddOptions<ErrorTelemetryOptions>().ValidateOnStart();
        services.AddSingleton<IPostConfigureOptions<ErrorTelemetryOptions>, ErrorTelemetryOptionsSetup>();
        services.AddSingleton<IValidateOptions<ErrorTelemetryOptions>, ErrorTelemetryOptionsValidator>();
        services.AddSingleton<IValidateOptions<ErrorTelemetryOptions>, ErrorTelemetryOptionsRules>();

        AddSection<ErrorProcessingOptions, ErrorProcessingOptionsValidator>(services, ErrorProcessingOptions.SectionName, static (section, options) => section.Bind(options));
        AddSection<ErrorStorageOptions, ErrorStorageOptionsValidator>(services, ErrorStorageOptions.SectionName, static (section, options) => section.Bind(options));
        AddSection<RedactionOptions, RedactionOptionsValidator>(services, RedactionOptions.SectionName, static (section, options) => section.Bind(options));
        AddSection<NoiseOptions, NoiseOptionsValidator>(services, NoiseOptions.SectionName, static (section, options) => section.Bind(options));
    }

    /// <summary>Last wins: a section is bound after the host's code has run. A host without configuration has none.</summary>
    private static void AddSection<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TValidator>(
        IServiceCollection services, string section, Action<IConfiguration, TOptions> bind)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>()
            .PostConfigure<IServiceProvider>((options, provider) =>
            {
                if (provider.GetService<IConfiguration>() is { } configuration)
                    bind(configuration.GetSection(section), options);
            })
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, TValidator>());
    }

    private static void AddPipeline(IServiceCollection services)
    {
        services.TryAddSingleton<IFingerprintStrategy, FingerprintStrategyV1>();
        services.AddSingleton(provider => new NoiseFilter(provider.GetRequiredService<IOptions<NoiseOptions>>().Value));
        services.AddSingleton(provider => new TextRedactor(provider.GetRequiredService<IOptions<RedactionOptions>>().Value));
        services.AddSingleton<ReportRedactor>();
        services.AddSingleton<ErrorPipeline>();
        services.AddSingleton<TelemetryMetrics>();
    }

    private static void AddStorage(IServiceCollection services)
    {
        services.TryAddSingleton<IErrorStore>(provider =>
        {
            // Once per host, when the fallback is really taken.
            Log.NotDurable(provider.GetRequiredService<ILoggerFactory>().CreateLogger<InMemoryErrorStore>());
            return new InMemoryErrorStore(provider.GetRequiredService<IOptions<ErrorStorageOptions>>().Value, provider.GetRequiredService<TimeProvider>());
        });
        services.AddSingleton<StoreWriter>();
        services.AddSingleton<ErrorIngestor>();
    }

    private static void AddCapture(IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICorrelationIdAccessor, AmbientCorrelationId>());
        services.AddSingleton<ClaimedExceptions>();
        services.AddSingleton<CaptureWorker>();
        services.AddSingleton<MadeCapture>();
        services.AddSingleton<ErrorCapture>();
        services.TryAddSingleton<IErrorReporter>(static provider => provider.GetRequiredService<ErrorCapture>());
        services.AddSingleton<ProcessHooks>();
        services.AddSingleton<RetentionPurge>();
        services.AddHostedService<ErrorTelemetryService>();

        foreach (var rule in LogCaptureRule.Defaults)
            services.AddSingleton(rule);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ILoggerProvider, LogCaptureProvider>());
        services.AddSingleton<IConfigureOptions<LoggerFilterOptions>, LogCaptureProvider.Filters>();
    }

    /// <summary>Says that the parts are registered already.</summary>
    private sealed class Marker;
}
