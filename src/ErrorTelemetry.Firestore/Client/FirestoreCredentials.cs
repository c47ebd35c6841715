using Google.Apis.Auth.OAuth2;
using Google.Apis.Auth.OAuth2.Responses;

namespace ErrorTelemetry.Client;

/// <summary>Finds the credential on first use. Tokens are refreshed by Google's own library and are never logged.</summary>
internal sealed class FirestoreCredentials(FirestoreStoreOptions options, Func<string, string?> environment) : IDisposable
{
    private const string Scope = "https://www.googleapis.com/auth/datastore";

    private readonly SemaphoreSlim _once = new(1, 1);
    private ITokenAccess? _credential;

    public async ValueTask<string?> GetAuthorizationAsync(CancellationToken cancellationToken)
    {
        try
        {
            var credential = _credential ?? await LoadAsync(cancellationToken).ConfigureAwait(false);
            return "Bearer " + await credential.GetAccessTokenForRequestAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (TokenResponseException exception)
        {
            throw new ErrorStoreException(
                $"Google refused the credentials of the Firestore store ({exception.Error?.Error}). Check that the service account and its key still exist.", isTransient: false, exception);
        }
        catch (HttpRequestException exception)
        {
            throw new ErrorStoreException("No access token for Firestore could be had: Google's token endpoint did not answer.", isTransient: true, exception);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or ErrorStoreException))
        {
            // What is wrong with a key is said without the key: the library's messages may quote it.
            throw new ErrorStoreException(
                $"There are no usable credentials for Firestore ({exception.GetType().Name}). Set {options.CredentialsEnvironmentVariable} to a service account's key as JSON, "
                + "GOOGLE_APPLICATION_CREDENTIALS to its file, run on Google Cloud with a service account, or set FIRESTORE_EMULATOR_HOST for an emulator.",
                isTransient: false);
        }
    }

    public void Dispose() => _once.Dispose();

    private async Task<ITokenAccess> LoadAsync(CancellationToken cancellationToken)
    {
        await _once.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _credential ??= await FindAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _once.Release();
        }
    }

    private async Task<ITokenAccess> FindAsync(CancellationToken cancellationToken)
    {
        var credential = options.OwnCredential;
        if (credential is null && options.CredentialsFile is { Length: > 0 } file)
            credential = (await CredentialFactory.FromFileAsync<ServiceAccountCredential>(file, cancellationToken).ConfigureAwait(false)).ToGoogleCredential();
        if (credential is null && environment(options.CredentialsEnvironmentVariable) is { Length: > 0 } json)
            credential = CredentialFactory.FromJson<ServiceAccountCredential>(json).ToGoogleCredential();
        credential ??= await GoogleCredential.GetApplicationDefaultAsync(cancellationToken).ConfigureAwait(false);
        return credential.IsCreateScopedRequired ? credential.CreateScoped(Scope) : credential;
    }
}
