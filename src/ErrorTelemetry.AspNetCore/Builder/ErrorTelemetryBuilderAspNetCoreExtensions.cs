using ErrorTelemetry;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Sets the options of the HTTP edge.</summary>
public static class ErrorTelemetryBuilderAspNetCoreExtensions
{
    /// <summary>Sets options of the HTTP edge by code; the configuration section <c>ErrorTelemetry</c> wins over it.</summary>
    /// <param name="builder">What <c>services.AddErrorTelemetry()</c> returned.</param>
    /// <param name="configure">Sets the options.</param>
    public static ErrorTelemetryBuilder ConfigureAspNetCore(this ErrorTelemetryBuilder builder, Action<ErrorTelemetryAspNetCoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.Configure(configure);
        return builder;
    }
}
