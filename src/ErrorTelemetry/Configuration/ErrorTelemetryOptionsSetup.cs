using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Configuration;

/// <summary>What comes after the host's code: the configuration section, the environment variables, and defaults that only the running host knows.</summary>
internal sealed class ErrorTelemetryOptionsSetup(IServiceProvider services, EnvironmentVariables environment) : IPostConfigureOptions<ErrorTelemetryOptions>
{
    public void PostConfigure(string? name, ErrorTelemetryOptions options)
    {
        services.GetService<IConfiguration>()?.GetSection(ErrorTelemetryOptions.SectionName).Bind(options);

        if (environment.TryGetFlag(EnvironmentVariables.Enabled, out var enabled))
            options.Enabled = enabled ?? options.Enabled;
        if (environment.TryGetFlag(EnvironmentVariables.ServerErrors, out var serverErrors))
            options.ServerErrors = serverErrors ?? options.ServerErrors;

        options.Release ??= Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion is { Length: <= ErrorLimits.IdChars } version ? version : null;
        options.Environment ??= services.GetService<IHostEnvironment>()?.EnvironmentName.ToLowerInvariant();
    }
}
