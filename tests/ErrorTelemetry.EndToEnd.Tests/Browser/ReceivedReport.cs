using System.Text.Json;
using ErrorTelemetry.Json;
using Microsoft.AspNetCore.Http;

namespace ErrorTelemetry.Browser;

/// <summary>What reached the ingest endpoint: the request as it was on the wire.</summary>
public sealed record ReceivedReport(string Body, string? CorrelationHeader, string? ContentType, string? Referer, ErrorReport Report)
{
    public static ReceivedReport From(HttpRequest request, string body) => new(
        body,
        request.Headers["x-correlation-id"],
        request.ContentType,
        request.Headers.Referer,
        JsonSerializer.Deserialize(body, ErrorTelemetryJson.Report) ?? new ErrorReport { EventId = "", Message = "" });
}
