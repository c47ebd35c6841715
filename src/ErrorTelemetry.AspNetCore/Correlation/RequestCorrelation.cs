using System.Diagnostics;
using ErrorTelemetry.Processing.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ErrorTelemetry.Correlation;

/// <summary>The correlation id of a request. Where it is the trace id, which is the rule, nothing is stored: it is read when it is needed.</summary>
internal static class RequestCorrelation
{
    public const string HeaderName = "x-correlation-id";

    private static readonly Func<object, Task> WriteHeaderCallback = WriteHeader;

    /// <summary>The valid incoming header, else the trace id, else a new one that stays with the request.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Features.Get<CorrelationFeature>() is { } known)
            return known.Id;
        if (Incoming(context.Request) is { } incoming)
            return incoming;
        if (TraceId(context) is { } traceId)
            return traceId;

        var created = Identifiers.NewPageId();
        Set(context, created);
        return created;
    }

    /// <summary>Whether the id is the trace id, so that the host's own log scopes carry it already.</summary>
    public static bool IsTraceId(HttpContext context) =>
        TraceId(context) is { } traceId && (Incoming(context.Request) is not { } incoming || incoming == traceId);

    /// <summary>The header a client sent, if it is exactly one and valid. Anything else is as absent: never echoed, logged or stored.</summary>
    public static string? Incoming(HttpRequest request) =>
        request.Headers.TryGetValue(HeaderName, out var values) && values.Count == 1 && Identifiers.IsCorrelationId(values[0]) ? values[0] : null;

    public static void Set(HttpContext context, string id) => context.Features.Set(new CorrelationFeature(id));

    /// <summary>Has the header written when the response starts, whoever starts it. Costs no closure.</summary>
    public static void WriteHeaderOnStarting(HttpContext context)
    {
        if (!context.Response.HasStarted)
            context.Response.OnStarting(WriteHeaderCallback, context);
    }

    private static Task WriteHeader(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        // A host that sets the header itself has its reasons.
        if (!headers.ContainsKey(HeaderName))
            headers[HeaderName] = Of(context);
        return Task.CompletedTask;
    }

    private static string? TraceId(HttpContext context) =>
        (context.Features.Get<IHttpActivityFeature>()?.Activity ?? Activity.Current) is { IdFormat: ActivityIdFormat.W3C } activity
            ? activity.TraceId.ToHexString()
            : null;
}
