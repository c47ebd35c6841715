using ErrorTelemetry.Correlation;
using Microsoft.AspNetCore.Http;

namespace ErrorTelemetry.Ingest;

/// <summary>Adds to a client's report what its request knows. What a client may claim is judged later, in the pipeline (<c>ReportNormalizer</c>).</summary>
internal static class ClientReport
{
    public static ErrorReport Complete(ErrorReport report, HttpContext context) => report with
    {
        CorrelationId = CorrelationId(report, context),
        UserAgent = report.UserAgent ?? (context.Request.Headers.UserAgent.ToString() is { Length: > 0 } userAgent ? userAgent : null),
    };

    /// <summary>A valid header, else the body's, else the request's own. The body's was checked when it was read.</summary>
    private static string CorrelationId(ErrorReport report, HttpContext context) =>
        RequestCorrelation.Incoming(context.Request) ?? report.CorrelationId ?? RequestCorrelation.Of(context);
}
