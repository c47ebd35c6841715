using Grpc.Core;

namespace ErrorTelemetry.Storage;

/// <summary>The errors that Firestore answers with.</summary>
internal static class Refusal
{
    public static RpcException InvalidArgument(string detail) => Of(StatusCode.InvalidArgument, detail);

    public static RpcException AlreadyExists(string name) => Of(StatusCode.AlreadyExists, $"Document already exists: {name}");

    public static RpcException NoDocument(string name) => Of(StatusCode.NotFound, $"No document to update: {name}");

    public static RpcException Stale(string name) =>
        Of(StatusCode.FailedPrecondition, $"The stored version of {name} does not match the required base version.");

    public static RpcException NeedsIndex(string index) => Of(StatusCode.FailedPrecondition, $"The query requires an index: {index}");

    public static RpcException Contention() => Of(StatusCode.Aborted, "Too much contention on these documents. Please try again.");

    private static RpcException Of(StatusCode code, string detail) => new(new Status(code, detail));
}
