using ErrorTelemetry;
using ErrorTelemetry.Capture;
using Microsoft.AspNetCore.Http;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Turns the capture of server errors on or off for an endpoint or a group.</summary>
public static class ErrorTelemetryEndpointConventionBuilderExtensions
{
    private static readonly DisableErrorTelemetryAttribute Disabled = new();

    /// <summary>
    /// Captures the server errors of these endpoints, with or without <c>UseErrorTelemetry()</c>: minimal APIs, groups and MVC actions.
    /// Razor Pages run no endpoint filter, and a failure while a result is written passes it by: those are the middleware's.
    /// </summary>
    /// <param name="builder">An endpoint or a group.</param>
    /// <typeparam name="TBuilder">What it is.</typeparam>
    public static TBuilder WithErrorTelemetry<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddEndpointFilterFactory(static (context, next) => ErrorTelemetryEndpointFilter.Create(HttpEdge.Of(context.ApplicationServices), next));
    }

    /// <summary>Never captures the server errors of these endpoints; the same as <see cref="DisableErrorTelemetryAttribute"/> on them.</summary>
    /// <param name="builder">An endpoint or a group.</param>
    /// <typeparam name="TBuilder">What it is.</typeparam>
    public static TBuilder DisableErrorTelemetry<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Add(static endpoint => endpoint.Metadata.Add(Disabled));
        return builder;
    }
}
