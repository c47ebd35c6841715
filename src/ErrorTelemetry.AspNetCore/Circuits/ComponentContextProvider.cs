using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ErrorTelemetry.Circuits;

/// <summary>Adds what is known of the circuit, or of the request while a component is rendered statically.</summary>
internal sealed class ComponentContextProvider(CircuitRegistry circuits, IHttpContextAccessor http, PageRoutes routes) : IErrorContextProvider
{
    public void Provide(ErrorContext context)
    {
        var named = context.HasTags && context.Tags.TryGetValue(CircuitState.Tag, out var id) ? circuits.Find(id) : null;
        if ((named ?? circuits.Current) is { } circuit)
            Provide(context, circuit);
        else if (context.Mechanism == ErrorMechanisms.ErrorBoundary && http.HttpContext is { } request)
            Provide(context, request);
    }

    private void Provide(ErrorContext context, CircuitState circuit)
    {
        context.Scope ??= circuit;
        context.Tags.TryAdd(CircuitState.Tag, circuit.Id);
        context.PageId ??= circuit.PageId;
        context.CorrelationId ??= circuit.PageId;
        context.Url ??= circuit.Url;
        context.UserAgent ??= circuit.UserAgent;
        context.Route ??= routes.Find(context.Url);
    }

    // The request whose page holds the boundary; other server errors of a request are the middleware's, which knows all this itself.
    private static void Provide(ErrorContext context, HttpContext request)
    {
        context.Scope ??= request;
        context.Url ??= $"{request.Request.Scheme}://{request.Request.Host}{request.Request.PathBase}{request.Request.Path}";
        context.Route ??= (request.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        var userAgent = request.Request.Headers.UserAgent.ToString();
        context.UserAgent ??= userAgent.Length == 0 ? null : userAgent;
    }
}
