using ErrorTelemetry.Hosting;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace ErrorTelemetry.Faults;

/// <summary>Counts every call, and makes it fail where the plan says so.</summary>
internal sealed class FaultInterceptor(FaultPlan plan, ServerStatistics statistics, TimeProvider clock) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var fault = await BeforeAsync(context);
        var response = await continuation(request, context);
        After(fault, context);
        return response;
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var fault = await BeforeAsync(context);
        await continuation(request, responseStream, context);
        After(fault, context);
    }

    private async Task<FaultKind?> BeforeAsync(ServerCallContext context)
    {
        var method = context.Method[(context.Method.LastIndexOf('/') + 1)..];
        statistics.Count(method);
        if (plan.Latency > TimeSpan.Zero)
            await Task.Delay(plan.Latency, clock, context.CancellationToken);
        var fault = plan.Next(method);
        switch (fault)
        {
            case FaultKind.Unavailable:
                throw Failure(StatusCode.Unavailable, "The service is currently unavailable.");
            case FaultKind.Aborted:
                throw Failure(StatusCode.Aborted, "Too much contention on these documents. Please try again.");
            case FaultKind.PermissionDenied:
                throw Failure(StatusCode.PermissionDenied, "Missing or insufficient permissions.");
            case FaultKind.Unauthenticated:
                throw Failure(StatusCode.Unauthenticated, "Request had invalid authentication credentials.");
            case FaultKind.NoDatabase:
                throw Failure(StatusCode.NotFound, "The database (default) does not exist for project demo. Please visit the console to add one.");
            case FaultKind.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, clock, context.CancellationToken);
                break;
        }

        return fault;
    }

    private static void After(FaultKind? fault, ServerCallContext context)
    {
        if (fault == FaultKind.LostAnswer)
            throw Failure(StatusCode.Unavailable, "The answer was lost.");
        if (fault == FaultKind.ResetStream)
            context.GetHttpContext().Abort();
    }

    private static RpcException Failure(StatusCode code, string detail) => new(new Status(code, detail));
}
