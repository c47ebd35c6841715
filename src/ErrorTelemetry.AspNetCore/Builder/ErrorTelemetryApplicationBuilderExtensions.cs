using ErrorTelemetry;
using ErrorTelemetry.Capture;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds the middleware of ErrorTelemetry.</summary>
public static class ErrorTelemetryApplicationBuilderExtensions
{
    /// <summary>
    /// Gives every response of what follows its <c>x-correlation-id</c> and captures its server errors, exactly once, whoever sees them first.
    /// Works before and after <c>UseExceptionHandler</c>; the host's responses and exceptions stay as they are.
    /// </summary>
    /// <param name="app">The app.</param>
    /// <exception cref="InvalidOperationException"><c>services.AddErrorTelemetry()</c> was not called.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Options are out of their bounds; the message names all of them.</exception>
    public static IApplicationBuilder UseErrorTelemetry(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var edge = HttpEdge.Of(app.ApplicationServices);
        return app.Use(next => new ErrorTelemetryMiddleware(next, edge).InvokeAsync);
    }
}
