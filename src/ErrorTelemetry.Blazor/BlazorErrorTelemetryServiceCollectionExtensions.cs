using ErrorTelemetry;
using ErrorTelemetry.Browser;
using ErrorTelemetry.Capture;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the UI edge of ErrorTelemetry to any host that renders components.</summary>
public static class BlazorErrorTelemetryServiceCollectionExtensions
{
    /// <summary>Reports what error boundaries catch; in WebAssembly also what no boundary catches. One call in a server and in a WebAssembly host; calling again changes nothing.</summary>
    /// <remarks>
    /// On a server the reports go to the <see cref="IErrorReporter"/> that <c>AddErrorTelemetry()</c> registers, in either order. In WebAssembly
    /// they go through the browser module, which redacts, queues and sends them.
    /// </remarks>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets options; the section <c>ErrorTelemetry:Blazor</c> wins over it.</param>
    public static IServiceCollection AddBlazorErrorTelemetry(this IServiceCollection services, Action<BlazorErrorTelemetryOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddBlazorErrorTelemetry(configure, OperatingSystem.IsBrowser());
    }

    internal static IServiceCollection AddBlazorErrorTelemetry(this IServiceCollection services, Action<BlazorErrorTelemetryOptions>? configure, bool browser)
    {
        if (configure is not null)
            services.Configure(configure);
        if (services.Any(service => service.ServiceType == typeof(LateErrorReporter)))
            return services;

        services.AddOptions<BlazorErrorTelemetryOptions>().ValidateOnStart();
        services.AddSingleton<IPostConfigureOptions<BlazorErrorTelemetryOptions>, BlazorOptionsSetup>();
        services.AddSingleton<LateErrorReporter>();
        services.AddScoped<UiErrorReporter>();
        services.DecorateBoundaryLogger();
        if (browser)
            services.AddBrowserHooks();
        else
            services.AddServerHooks();
        return services;
    }

    private static void AddServerHooks(this IServiceCollection services)
    {
        foreach (var service in ServerServices.Find())
            services.Add(service);
    }

    private static void AddBrowserHooks(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<BrowserModule>();
        services.TryAddSingleton<IErrorReporter, BrowserErrorReporter>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICorrelationIdAccessor, BrowserCorrelationIdAccessor>());
        services.AddSingleton<ILoggerProvider, RendererLogProvider>();
        services.Configure<LoggerFilterOptions>(static options =>
        {
            // Deaf to everything but the renderer, whatever the host's own levels are.
            options.Rules.Add(new LoggerFilterRule(typeof(RendererLogProvider).FullName, null, LogLevel.None, null));
            options.Rules.Add(new LoggerFilterRule(typeof(RendererLogProvider).FullName, RendererLogProvider.Category, LogLevel.Critical, null));
        });
    }

    /// <summary>Puts ours in front of the logger that is registered, or of the framework's own default, which is added with <c>TryAdd</c> and would yield to ours.</summary>
    private static void DecorateBoundaryLogger(this IServiceCollection services)
    {
        var inner = services.LastOrDefault(service => service.ServiceType == typeof(IErrorBoundaryLogger) && !service.IsKeyedService);
        services.Replace(ServiceDescriptor.Scoped<IErrorBoundaryLogger>(provider => new TelemetryBoundaryLogger(
            InnerBoundaryLogger.Create(inner, provider),
            provider.GetRequiredService<UiErrorReporter>(),
            provider.GetRequiredService<IOptions<BlazorErrorTelemetryOptions>>(),
            provider.GetRequiredService<ILogger<TelemetryBoundaryLogger>>())));
    }
}
