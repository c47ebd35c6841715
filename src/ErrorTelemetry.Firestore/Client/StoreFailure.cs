using Grpc.Core;

namespace ErrorTelemetry.Client;

/// <summary>Says what a refused call means and what to do about it.</summary>
internal static class StoreFailure
{
    public static ErrorStoreException From(RpcException exception, DatabasePaths paths)
    {
        var detail = exception.Status.Detail;
        var advice = exception.StatusCode switch
        {
            StatusCode.PermissionDenied =>
                "The credentials may not use it. Grant their account the role \"Cloud Datastore User\" (roles/datastore.user) in the project, and enable the Firestore API.",
            StatusCode.Unauthenticated =>
                "The credentials were not accepted. Check the service account's key, or the application default credentials of this machine.",
            StatusCode.NotFound =>
                "There is no such database. Create it in Native mode (gcloud firestore databases create), or check ErrorTelemetry:Firestore:ProjectId and DatabaseId.",
            StatusCode.FailedPrecondition when detail.Contains("index", StringComparison.OrdinalIgnoreCase) =>
                "An index is missing or still being built. Deploy the package's firestore.indexes.json (firebase deploy --only firestore:indexes).",
            StatusCode.FailedPrecondition => "The database is not in Native mode, or a document is not as this version of the store left it.",
            _ when RetryPolicy.IsTransient(exception.StatusCode) => "It did not answer in time or is overloaded; trying again later can help.",
            _ => "The call was refused.",
        };
        return new ErrorStoreException(
            $"Firestore ({paths.Database}): {advice} [{exception.StatusCode}: {detail}]", RetryPolicy.IsTransient(exception.StatusCode), exception);
    }
}
