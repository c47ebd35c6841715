using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry;

/// <summary>Adds stores and other parts to the registration that <c>services.AddErrorTelemetry()</c> began.</summary>
public sealed class ErrorTelemetryBuilder
{
    /// <summary>Begins with the host's services.</summary>
    public ErrorTelemetryBuilder(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        Services = services;
    }

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }
}
