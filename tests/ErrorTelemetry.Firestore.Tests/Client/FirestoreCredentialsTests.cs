using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Google.Apis.Auth.OAuth2;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ErrorTelemetry.Client;

public sealed class FirestoreCredentialsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAuthorizationAsync_ServiceAccountInTheEnvironment_ExchangesItsKeyForTokens()
    {
        await using var google = await TokenEndpoint.StartAsync();
        using var credentials = new FirestoreCredentials(new FirestoreStoreOptions(), name => name == "FIREBASE_SERVICE_ACCOUNT" ? google.NewKey() : null);

        Assert.Equal("Bearer token-1", await credentials.GetAuthorizationAsync(Ct));
        Assert.Equal("Bearer token-1", await credentials.GetAuthorizationAsync(Ct));
        Assert.Equal(1, google.Exchanges);
    }

    [Fact]
    public async Task GetAuthorizationAsync_TokenAboutToExpire_IsRefreshed()
    {
        await using var google = await TokenEndpoint.StartAsync(expiresIn: 1);
        using var credentials = new FirestoreCredentials(new FirestoreStoreOptions { CredentialsEnvironmentVariable = "MY_KEY" }, name => name == "MY_KEY" ? google.NewKey() : null);

        Assert.Equal("Bearer token-1", await credentials.GetAuthorizationAsync(Ct));
        Assert.Equal("Bearer token-2", await credentials.GetAuthorizationAsync(Ct));
    }

    [Fact]
    public async Task GetAuthorizationAsync_KeyFile_WinsOverTheEnvironment()
    {
        await using var google = await TokenEndpoint.StartAsync();
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "key.json");
            await File.WriteAllTextAsync(file, google.NewKey(), Ct);
            using var credentials = new FirestoreCredentials(new FirestoreStoreOptions { CredentialsFile = file }, _ => "not a key");

            Assert.Equal("Bearer token-1", await credentials.GetAuthorizationAsync(Ct));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task GetAuthorizationAsync_CredentialOfTheCaller_WinsOverAllOthers()
    {
        var options = new FirestoreStoreOptions();
        options.UseCredential(GoogleCredential.FromAccessToken("own-token"));
        using var credentials = new FirestoreCredentials(options, _ => "not a key");

        Assert.Equal("Bearer own-token", await credentials.GetAuthorizationAsync(Ct));
    }

    [Fact]
    public async Task GetAuthorizationAsync_KeyThatIsNone_SaysWhatToDoAndNotTheKey()
    {
        using var credentials = new FirestoreCredentials(new FirestoreStoreOptions(), _ => """{"type":"service_account","private_key":"s3cret-material"}""");

        var failure = await Assert.ThrowsAsync<ErrorStoreException>(async () => await credentials.GetAuthorizationAsync(Ct));

        Assert.False(failure.IsTransient);
        Assert.Contains("FIREBASE_SERVICE_ACCOUNT", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAuthorizationAsync_KeyThatWasRevoked_SaysSo()
    {
        await using var google = await TokenEndpoint.StartAsync(refuses: true);
        using var credentials = new FirestoreCredentials(new FirestoreStoreOptions(), _ => google.NewKey());

        var failure = await Assert.ThrowsAsync<ErrorStoreException>(async () => await credentials.GetAuthorizationAsync(Ct));

        Assert.False(failure.IsTransient);
        Assert.Contains("invalid_grant", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>Google's token endpoint, as far as a service account uses it.</summary>
    private sealed class TokenEndpoint(WebApplication app) : IAsyncDisposable
    {
        private int _exchanges;

        public int Exchanges => _exchanges;

        public static async Task<TokenEndpoint> StartAsync(int expiresIn = 3600, bool refuses = false)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var endpoint = new TokenEndpoint(app);
            app.MapPost("/token", () => refuses
                ? Results.Json(new { error = "invalid_grant" }, statusCode: 400)
                : Results.Json(new { access_token = $"token-{Interlocked.Increment(ref endpoint._exchanges)}", token_type = "Bearer", expires_in = expiresIn }));
            await app.StartAsync();
            return endpoint;
        }

        public string NewKey()
        {
            using var rsa = RSA.Create(2048);
            return new JsonObject
            {
                ["type"] = "service_account",
                ["project_id"] = "demo",
                ["private_key_id"] = "key-1",
                ["private_key"] = rsa.ExportPkcs8PrivateKeyPem(),
                ["client_email"] = "telemetry@demo.test",
                ["client_id"] = "1",
                ["token_uri"] = app.Urls.Single() + "/token",
            }.ToJsonString();
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
