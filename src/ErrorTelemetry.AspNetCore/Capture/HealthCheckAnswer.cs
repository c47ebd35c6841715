using Microsoft.AspNetCore.Http;

namespace ErrorTelemetry.Capture;

/// <summary>Recognises the framework's health checks: an unhealthy one answers 503 by design, every few seconds.</summary>
internal static class HealthCheckAnswer
{
    /// <summary>The name <c>MapHealthChecks</c> gives its endpoint.</summary>
    private const string DisplayName = "Health checks";

    /// <summary>A renamed endpoint, or <c>UseHealthChecks</c> without one, is known by the headers that forbid caching.</summary>
    public static bool Is(HttpContext context, Endpoint? endpoint) =>
        endpoint?.DisplayName == DisplayName
        || (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable
            && context.Response.Headers.Expires == "Thu, 01 Jan 1970 00:00:00 GMT"
            && context.Response.Headers.Pragma == "no-cache"
            && context.Response.Headers.CacheControl == "no-store, no-cache");
}
