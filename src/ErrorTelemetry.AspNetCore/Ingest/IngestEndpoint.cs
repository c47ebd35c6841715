using ErrorTelemetry.Correlation;
using Microsoft.AspNetCore.Http;

namespace ErrorTelemetry.Ingest;

/// <summary>The endpoint to which clients post their reports. Every step in order; each refusal is a problem of <see cref="IngestProblem"/>, and none is a 500.</summary>
internal sealed class IngestEndpoint(HttpEdge edge)
{
    private static readonly TimeSpan RetryAfterFailure = TimeSpan.FromSeconds(30);

    private readonly OriginRules _origins = new(edge.Options.AllowedOrigins);

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context).ConfigureAwait(false);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client is gone; nobody reads an answer.
        }
        catch (Exception exception)
        {
            EdgeLog.IngestFailed(edge.Logger, exception.GetType().FullName);
            if (!context.Response.HasStarted)
                await RefuseAsync(context, IngestProblem.Unavailable with { RetryAfter = RetryAfterFailure }).ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        context.Response.Headers[RequestCorrelation.HeaderName] = RequestCorrelation.Of(context);

        if (!edge.Telemetry.Enabled)
        {
            await RefuseAsync(context, IngestProblem.Off).ConfigureAwait(false);
            return;
        }

        var problem = Admit(context);
        if (problem is null && HttpMethods.IsOptions(request.Method))
        {
            CorsAnswer.Preflight(context.Response);
            return;
        }

        problem ??= ContentRules.Check(request);
        if (problem is not null)
        {
            await RefuseAsync(context, problem).ConfigureAwait(false);
            return;
        }

        var body = await BodyReader.ReadAsync(context).ConfigureAwait(false);
        problem = body.Problem ?? Waiting(IngestProblem.SessionRate, edge.Limiter.WaitOfSession(body.Report?.SessionId));
        if (problem is not null)
            await RefuseAsync(context, problem).ConfigureAwait(false);
        else
            await TakeAsync(context, body.Report!).ConfigureAwait(false);
    }

    /// <summary>What can be judged before the body is read. A page of another site must not use up the bucket of its visitor's address, so the origin comes first.</summary>
    private IngestProblem? Admit(HttpContext context)
    {
        var admitted = _origins.Admits(context.Request, out var allowedOrigin);
        if (allowedOrigin is not null)
            CorsAnswer.Allow(context.Response, allowedOrigin);
        if (!admitted)
            return IngestProblem.Origin;
        if (HttpMethods.IsOptions(context.Request.Method))
            return null;
        if (HttpMethods.IsPost(context.Request.Method))
            return Waiting(IngestProblem.Full, edge.Ingestor.WaitForRoom) ?? Waiting(IngestProblem.AddressRate, edge.Limiter.WaitOfAddress(context.Connection.RemoteIpAddress));
        context.Response.Headers.Allow = "OPTIONS, POST";
        return IngestProblem.Method;
    }

    private async Task TakeAsync(HttpContext context, ErrorReport report)
    {
        report = ClientReport.Complete(report, context);
        context.Response.Headers[RequestCorrelation.HeaderName] = report.CorrelationId;
        // The body is here: the report counts even if the page that sent it closes now.
        var outcome = await edge.Ingestor.IngestAsync(report, CancellationToken.None).ConfigureAwait(false);
        if (outcome.Status != IngestStatus.Unavailable)
        {
            await IngestAnswer.AcceptedAsync(context.Response, report.EventId, report.CorrelationId!, outcome).ConfigureAwait(false);
            return;
        }

        // The writer has counted it.
        var problem = IngestProblem.Unavailable with { Reason = outcome.Reason ?? DiscardReasons.StoreUnavailable, RetryAfter = outcome.RetryAfter ?? RetryAfterFailure };
        await SendAsync(context, problem).ConfigureAwait(false);
    }

    private Task RefuseAsync(HttpContext context, IngestProblem problem)
    {
        if (problem.IsReport)
            edge.Metrics.Discarded(problem.Reason);
        return SendAsync(context, problem);
    }

    private Task SendAsync(HttpContext context, IngestProblem problem)
    {
        var correlationId = context.Response.Headers[RequestCorrelation.HeaderName].ToString();
        EdgeLog.Refused(edge.Logger, problem.Status, problem.Reason, correlationId);
        return IngestAnswer.RefusedAsync(context.Response, correlationId, problem);
    }

    private static IngestProblem? Waiting(IngestProblem problem, TimeSpan? wait) => wait is null ? null : problem with { RetryAfter = wait };
}
