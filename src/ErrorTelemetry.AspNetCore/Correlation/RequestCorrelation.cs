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

    /// <summary>
    /// Whether the id is one that has to be carried along: the trace id is in the host's own log scopes and in the activity already.
    /// <see langword="false"/> also where it is being carried, as in a pipeline that runs again for an error page.
    /// </summary>
    public static bool MustBeCarried(HttpContext context) =>
        (TraceId(context) is not { } traceId || (Incoming(context.Request) is { } incoming && incoming != traceId))
        && context.Features.Get<CorrelationFeature>() is null;

    /// <summary>Makes the id known to whatever the request calls from here on. The server drops it with the request's flow of control.</summary>
    public static string Carry(HttpContext context)
    {
        var id = Of(context);
        Set(context, id);
        AmbientCorrelationId.Set(id);
        return id;
    }

    /// <summary>The header a client sent, if it is exactly one and valid. Anything else is as absent: never echoed, logged or stored.</summary>
    public static string? Incoming(HttpRequest request) =>
        request.Headers.TryGetValue(HeaderName, out var values) && values.Count == 1 && Identifiers.IsCorrelationId(values[0]) ? values[0] : null;

    private static void Set(HttpContext context, string id) => context.Features.Set(new CorrelationFeature(id));

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
