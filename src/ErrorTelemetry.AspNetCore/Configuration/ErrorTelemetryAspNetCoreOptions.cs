using Microsoft.AspNetCore.Http;

namespace ErrorTelemetry;

/// <summary>What the HTTP edge needs to know. Section <c>ErrorTelemetry</c>, beside <see cref="ErrorTelemetryOptions"/>.</summary>
/// <remarks>Last wins: default, code, configuration section. Read and checked once, when the edge is added to the app; every fault is in one message.</remarks>
public sealed class ErrorTelemetryAspNetCoreOptions
{
    /// <summary>How many reports a client may post.</summary>
    public ErrorTelemetryRateLimitOptions RateLimit { get; } = new();

    /// <summary>
    /// Origins besides the app's own whose pages may post reports, each as <c>scheme://host[:port]</c>, or <c>*</c> for every page. Default: none.
    /// A list in the configuration replaces the one set by code.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = new List<string>();

    /// <summary>Whether an exception counts although the app answered it with a status below 500. It is then marked as handled. Default: <see langword="false"/>.</summary>
    public bool CaptureHandled { get; set; }

    /// <summary>
    /// Asked at the end of a request for each server error that is about to be captured, with the exception, or <see langword="null"/> for a 5xx without one;
    /// <see langword="false"/> refuses it. One that throws is logged and refuses nothing. Default: <see langword="null"/>, everything is captured.
    /// </summary>
    public Func<HttpContext, Exception?, bool>? ShouldCapture { get; set; }
}
