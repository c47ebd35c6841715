using ErrorTelemetry;
using ErrorTelemetry.Ingest;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds the ingest endpoint of ErrorTelemetry.</summary>
public static class ErrorTelemetryEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps <c>POST</c> and <c>OPTIONS</c> at <see cref="ErrorTelemetryOptions.IngestPath"/>, where browsers and other clients post their reports.
    /// With <see cref="ErrorTelemetryOptions.Enabled"/> off it answers 404.
    /// </summary>
    /// <param name="endpoints">Where to map; a group's prefix comes before the path.</param>
    /// <returns>The endpoint, to which conventions such as <c>AllowAnonymous()</c> can be added.</returns>
    /// <exception cref="InvalidOperationException"><c>services.AddErrorTelemetry()</c> was not called.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Options are out of their bounds; the message names all of them.</exception>
    public static IEndpointConventionBuilder MapErrorTelemetry(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var edge = HttpEdge.Of(endpoints.ServiceProvider);
        RequestDelegate handler = new IngestEndpoint(edge).HandleAsync;
        return endpoints.Map(edge.Telemetry.IngestPath, handler)
            .WithDisplayName("ErrorTelemetry ingest")
            .DisableErrorTelemetry()
            .ExcludeFromDescription();
    }
}
