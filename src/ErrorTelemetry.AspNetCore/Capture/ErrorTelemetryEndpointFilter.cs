using ErrorTelemetry.Correlation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace ErrorTelemetry.Capture;

/// <summary>Remembers what an endpoint threw or is about to answer. What counts is decided at the end of the request, not here.</summary>
internal sealed class ErrorTelemetryEndpointFilter(HttpEdge edge, EndpointFilterDelegate next)
{
    public static EndpointFilterDelegate Create(HttpEdge edge, EndpointFilterDelegate next) =>
        edge.CapturesServerErrors ? new ErrorTelemetryEndpointFilter(edge, next).InvokeAsync : next;

    private ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext invocation)
    {
        var context = invocation.HttpContext;
        RequestCorrelation.WriteHeaderOnStarting(context);
        if (!RequestCorrelation.MustBeCarried(context))
            return ObserveAsync(invocation);
        var id = RequestCorrelation.Carry(context);
        return edge.Logs ? ObserveInScopeAsync(invocation, id) : ObserveAsync(invocation);
    }

    private async ValueTask<object?> ObserveInScopeAsync(EndpointFilterInvocationContext invocation, string id)
    {
        using (edge.BeginScope(id))
            return await ObserveAsync(invocation).ConfigureAwait(false);
    }

    private ValueTask<object?> ObserveAsync(EndpointFilterInvocationContext invocation)
    {
        ValueTask<object?> pending;
        try
        {
            pending = next(invocation);
        }
        catch (Exception exception) when (SawThrow(invocation, exception))
        {
            throw;
        }

        // A task, which is what an asynchronous endpoint has made already: the state of a value task would be a third larger.
        if (!pending.IsCompletedSuccessfully)
            return new ValueTask<object?>(AwaitAsync(invocation, pending.AsTask()));
        var result = pending.Result;
        Look(invocation, result);
        return new ValueTask<object?>(result);
    }

    private async Task<object?> AwaitAsync(EndpointFilterInvocationContext invocation, Task<object?> pending)
    {
        try
        {
            var result = await pending.ConfigureAwait(false);
            Look(invocation, result);
            return result;
        }
        catch (Exception exception) when (SawThrow(invocation, exception))
        {
            throw;
        }
    }

    private bool SawThrow(EndpointFilterInvocationContext invocation, Exception exception) =>
        RequestErrors.SawThrow(invocation.HttpContext, edge, invocation.HttpContext.GetEndpoint(), exception, ErrorMechanisms.EndpointFilter);

    /// <summary>A result is written after the filter, so the response still says 200 for what will be a 500.</summary>
    private void Look(EndpointFilterInvocationContext invocation, object? result)
    {
        var context = invocation.HttpContext;
        if (context.Response.StatusCode >= 500 || StatusOf(result) >= 500)
            RequestErrors.SawAnswer(context, edge, context.GetEndpoint());
    }

    private static int? StatusOf(object? result) => result switch
    {
        INestedHttpResult nested => StatusOf(nested.Result),
        IStatusCodeHttpResult minimal => minimal.StatusCode,
        IStatusCodeActionResult action => action.StatusCode,
        _ => null,
    };
}
