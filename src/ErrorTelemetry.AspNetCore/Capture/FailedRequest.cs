using System.Globalization;
using ErrorTelemetry.Correlation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace ErrorTelemetry.Capture;

/// <summary>What a report says of its request, as it was before an error page took its place.</summary>
internal sealed record FailedRequest(string Method, string Url, string? Route, string? UserAgent, string CorrelationId, Endpoint? Endpoint)
{
    private static readonly string[] KnownMethods =
    [
        HttpMethods.Get, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete,
        HttpMethods.Head, HttpMethods.Options, HttpMethods.Trace, HttpMethods.Connect,
    ];

    public static FailedRequest Of(HttpContext context, Endpoint? seenBefore)
    {
        var request = context.Request;
        var handled = context.Features.Get<IExceptionHandlerFeature>();
        var reExecuted = context.Features.Get<IStatusCodeReExecuteFeature>();
        var endpoint = handled?.Endpoint ?? reExecuted?.Endpoint ?? seenBefore ?? context.GetEndpoint();
        var path = handled?.Path ?? reExecuted?.OriginalPath ?? request.Path.Value;
        var query = reExecuted is null ? request.QueryString : new QueryString(reExecuted.OriginalQueryString);
        return new FailedRequest(
            KnownMethod(request.Method),
            UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, new PathString(path), query),
            RouteTemplate.Of(endpoint),
            request.Headers.UserAgent.ToString() is { Length: > 0 } userAgent ? userAgent : null,
            RequestCorrelation.Of(context),
            endpoint);
    }

    public bool IsExcluded(HttpContext context) =>
        Endpoint?.Metadata.GetMetadata<DisableErrorTelemetryAttribute>() is not null || HealthCheckAnswer.Is(context, Endpoint);

    public ErrorContext ToErrorContext(string mechanism, object scope) => new()
    {
        Mechanism = mechanism,
        Scope = scope,
        CorrelationId = CorrelationId,
        Url = Url,
        Route = Route,
        UserAgent = UserAgent,
    };

    // Names: OpenTelemetry semantic conventions for HTTP.
    public static void AddTags(ErrorContext context, string method, int statusCode)
    {
        context.Tags["http.request.method"] = method;
        context.Tags["http.response.status_code"] = statusCode.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Anybody may send any method; only the known ones may become part of a group.</summary>
    private static string KnownMethod(string method) =>
        Array.Find(KnownMethods, known => HttpMethods.Equals(known, method)) ?? "_OTHER";
}
