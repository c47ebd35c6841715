using ErrorTelemetry.Correlation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace ErrorTelemetry.Capture;

/// <summary>The correlation id of every response, and the server errors of what follows.</summary>
/// <remarks>On a healthy request it allocates nothing of its own but the state of an endpoint that completes later.</remarks>
internal sealed class ErrorTelemetryMiddleware(RequestDelegate next, HttpEdge edge)
{
    private readonly bool _captures = edge.CapturesServerErrors;
    private readonly bool _capturesHandled = edge.Options.CaptureHandled;

    public Task InvokeAsync(HttpContext context)
    {
        RequestCorrelation.WriteHeaderOnStarting(context);
        if (!RequestCorrelation.MustBeCarried(context))
            return PassOnAsync(context);
        var id = RequestCorrelation.Carry(context);
        return edge.Logs ? PassOnInScopeAsync(context, id) : PassOnAsync(context);
    }

    private Task PassOnAsync(HttpContext context) => _captures ? ObserveAsync(context) : next(context);

    private async Task PassOnInScopeAsync(HttpContext context, string id)
    {
        using (edge.BeginScope(id))
            await PassOnAsync(context).ConfigureAwait(false);
    }

    /// <summary>Not asynchronous itself: what an endpoint throws before it waits for anything passes without being caught and thrown once more.</summary>
    private Task ObserveAsync(HttpContext context)
    {
        // An error page may have taken its place by the end.
        var endpoint = context.GetEndpoint();
        Task pending;
        try
        {
            pending = next(context);
        }
        catch (Exception exception) when (RequestErrors.SawThrow(context, edge, endpoint, exception, ErrorMechanisms.Middleware))
        {
            throw;
        }

        if (!pending.IsCompletedSuccessfully)
            return AwaitAsync(context, endpoint, pending);
        Look(context, endpoint);
        return Task.CompletedTask;
    }

    private async Task AwaitAsync(HttpContext context, Endpoint? endpoint, Task pending)
    {
        try
        {
#pragma warning disable CA2007 // As the framework's own middleware: requests have no synchronization context, and the state of the method is smaller.
            await pending;
#pragma warning restore CA2007
        }
        catch (Exception exception) when (RequestErrors.SawThrow(context, edge, endpoint, exception, ErrorMechanisms.Middleware))
        {
            throw;
        }

        Look(context, endpoint);
    }

    private void Look(HttpContext context, Endpoint? endpoint)
    {
        if (context.Response.StatusCode >= 500 || (_capturesHandled && context.Features.Get<IExceptionHandlerFeature>() is not null))
            RequestErrors.SawAnswer(context, edge, endpoint);
    }
}
