using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace ErrorTelemetry.Capture;

/// <summary>
/// What the hooks saw of one request that went wrong. Made by the first of them, asked by <c>Response.OnCompleted</c>, when the final status is known.
/// A healthy request never has one.
/// </summary>
internal sealed class RequestErrors
{
    private static readonly Func<object, Task> DecideCallback = static state =>
    {
        ((RequestErrors)state).Decide();
        return Task.CompletedTask;
    };

    private readonly HttpContext _context;
    private readonly HttpEdge _edge;
    private readonly FailedRequest _request;
    private readonly List<Sighting> _sightings = [];
    private readonly List<Exception> _claimed = [];
    private bool _clientFault;
    private int _decided;

    private RequestErrors(HttpContext context, HttpEdge edge, Endpoint? endpoint)
    {
        _context = context;
        _edge = edge;
        _request = FailedRequest.Of(context, endpoint);
    }

    /// <summary>Remembers an exception that is passing a hook. Used as an exception filter: it is always <see langword="false"/>, so the exception goes on untouched.</summary>
    public static bool SawThrow(HttpContext context, HttpEdge edge, Endpoint? endpoint, Exception exception, string mechanism)
    {
        try
        {
            Of(context, edge, endpoint).Add(exception, mechanism, context.Response.HasStarted);
        }
        catch (Exception failure)
        {
            EdgeLog.CaptureFailed(edge.Logger, failure.GetType().FullName);
        }

        return false;
    }

    /// <summary>Remembers that an answer may be a server error.</summary>
    public static void SawAnswer(HttpContext context, HttpEdge edge, Endpoint? endpoint)
    {
        try
        {
            var errors = Of(context, edge, endpoint);
            // The host's handler has answered the exception, so it never came by.
            if (context.Features.Get<IExceptionHandlerFeature>()?.Error is { } answered)
                errors.Add(answered, ErrorMechanisms.ExceptionHandler, responseHadStarted: false);
            // The client left before there was an answer, so there is nobody whom the error met.
            errors._clientFault |= context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted;
        }
        catch (Exception failure)
        {
            EdgeLog.CaptureFailed(edge.Logger, failure.GetType().FullName);
        }
    }

    private static RequestErrors Of(HttpContext context, HttpEdge edge, Endpoint? endpoint)
    {
        if (context.Features.Get<RequestErrors>() is { } known)
            return known;

        var errors = new RequestErrors(context, edge, endpoint);
        context.Features.Set(errors);
        // The scope of the request is disposed by a callback too; once it exists, that callback comes after ours.
        _ = context.RequestServices;
        context.Response.OnCompleted(DecideCallback, errors);
        return errors;
    }

    private void Add(Exception exception, string mechanism, bool responseHadStarted)
    {
        if (_claimed.Exists(known => ReferenceEquals(known, exception)))
            return;
        if (ServerErrorRule.IsClientFault(exception, _context.RequestAborted.IsCancellationRequested))
            _clientFault = true;
        else
            _sightings.Add(new Sighting(exception, mechanism, responseHadStarted));

        // What the server logs of it on the way out is this same error.
        _edge.Claims.Claim(exception);
        _claimed.Add(exception);
        if (!_edge.CompletesAfterThrow && !_context.RequestAborted.IsCancellationRequested)
            _context.RequestAborted.UnsafeRegister(static state => ((RequestErrors)state!).Decide(StatusCodes.Status500InternalServerError), this);
    }

    private void Decide() => Decide(_context.Response.StatusCode);

    private void Decide(int statusCode)
    {
        if (Interlocked.Exchange(ref _decided, 1) != 0)
            return;
        try
        {
            if (_request.IsExcluded(_context))
                return;

            foreach (var sighting in _sightings)
                Report(sighting, statusCode);
            if (_sightings.Count == 0 && !_clientFault && ServerErrorRule.IsServerError(statusCode) && IsWanted(null))
                _edge.Capture.ReportStatus(_request.Method, _request.Route, statusCode, _request.ToErrorContext(ErrorMechanisms.StatusCode, this));
        }
        catch (Exception failure)
        {
            EdgeLog.CaptureFailed(_edge.Logger, failure.GetType().FullName);
            _edge.Metrics.Discarded(DiscardReasons.PipelineFailed);
        }
        finally
        {
            _claimed.ForEach(_edge.Claims.Release);
        }
    }

    private void Report(Sighting sighting, int statusCode)
    {
        var handled = ServerErrorRule.IsHandled(sighting, statusCode);
        if ((handled && !_edge.Options.CaptureHandled) || !IsWanted(sighting.Exception))
            return;
        var context = _request.ToErrorContext(sighting.Mechanism, this);
        context.Handled = handled;
        FailedRequest.AddTags(context, _request.Method, statusCode);
        _edge.Reporter.Report(sighting.Exception, context);
    }

    private bool IsWanted(Exception? exception)
    {
        try
        {
            return _edge.Options.ShouldCapture?.Invoke(_context, exception) ?? true;
        }
        catch (Exception failure)
        {
            EdgeLog.ShouldCaptureFailed(_edge.Logger, failure.GetType().FullName);
            return true;
        }
    }
}
