using ErrorTelemetry.Correlation;
using Microsoft.AspNetCore.Http;

namespace ErrorTelemetry.Ingest;

/// <summary>Lets a page of an allowed origin send a report and read the answer. Without credentials, and with the configuration's words only.</summary>
internal static class CorsAnswer
{
    public static void Allow(HttpResponse response, string allowedOrigin)
    {
        var headers = response.Headers;
        headers.AccessControlAllowOrigin = allowedOrigin;
        headers.AccessControlExposeHeaders = RequestCorrelation.HeaderName + ", retry-after";
        headers.Append("Vary", "Origin");
    }

    public static void Preflight(HttpResponse response)
    {
        var headers = response.Headers;
        response.StatusCode = StatusCodes.Status204NoContent;
        headers.Allow = "OPTIONS, POST";
        headers.AccessControlAllowMethods = "POST";
        headers.AccessControlAllowHeaders = "content-type, " + RequestCorrelation.HeaderName;
        // Two hours is the most that Chromium keeps.
        headers.AccessControlMaxAge = "7200";
    }
}
