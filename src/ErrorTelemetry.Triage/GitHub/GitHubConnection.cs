using Octokit;
using Octokit.Internal;

namespace ErrorTelemetry.GitHub;

/// <summary>Octokit's connection on our handler: relative addresses by owner and name, every failure as a <see cref="GitHubException"/>.</summary>
internal sealed class GitHubConnection : IDisposable
{
    private const string Json = "application/json";
    private const int MostPages = 1_000;

    private readonly Uri _base;
    private readonly HttpClientAdapter _client;
    private readonly Connection _connection;
    private readonly CancellationToken _runToken;

    public GitHubConnection(Uri apiAddress, string token, string repository, TimeProvider timeProvider, TimeSpan requestTimeout, CancellationToken runToken)
    {
        _base = apiAddress.AbsoluteUri.EndsWith('/') ? apiAddress : new Uri(apiAddress.AbsoluteUri + "/");
        _runToken = runToken;
        Repository = repository;
        var pace = new GitHubPace(timeProvider);
        _client = new HttpClientAdapter(() => new GitHubHandler(_base, pace, timeProvider, requestTimeout, new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, runToken));
        // Waits for limits happen inside of a request; its own time-out is the handler's.
        _client.SetRequestTimeout(TimeSpan.FromDays(1));
        _connection = new Connection(new ProductHeaderValue("ErrorTelemetry.Triage"), _base, new InMemoryCredentialStore(new Credentials(token)), _client, new SimpleJsonSerializer());
    }

    /// <summary>The repository as <c>owner/name</c>.</summary>
    public string Repository { get; }

    public Task<T> GetAsync<T>(string path, string what) =>
        CallAsync(what, isWrite: false, () => _connection.Get<T>(At(path), null, Json, _runToken));

    /// <summary>Every page, following GitHub's own links.</summary>
    public async Task<List<T>> ListAsync<T>(string path, string what)
    {
        var all = new List<T>();
        var next = At(path);
        for (var page = 0; next is not null && page < MostPages; page++)
        {
            var address = next;
            var response = await SendAsync(what, isWrite: false, () => _connection.Get<List<T>>(address, null, Json, _runToken)).ConfigureAwait(false);
            all.AddRange(response.Body ?? []);
            next = response.HttpResponse.ApiInfo?.Links is { } links && links.TryGetValue("next", out var link) && link != address ? link : null;
        }

        // A part of a list is worse than none: what is missing from it would be filed again.
        return next is null ? all : throw new GitHubException(GitHubFailure.Configuration, $"GitHub's list has more than {MostPages} pages while {what}.");
    }

    public Task<T> PostAsync<T>(string path, object body, string what) =>
        CallAsync(what, isWrite: true, () => _connection.Post<T>(At(path), body, Json, Json, parameters: (IDictionary<string, string>?)null, _runToken));

    public Task<T> PatchAsync<T>(string path, object body, string what) =>
        CallAsync(what, isWrite: true, () => _connection.Patch<T>(At(path), body));

    public Task<T> PutAsync<T>(string path, object body, string what) =>
        CallAsync(what, isWrite: true, () => _connection.Put<T>(At(path), body));

    public void Dispose() => _client.Dispose();

    private Uri At(string path) => new(_base, path);

    private async Task<T> CallAsync<T>(string what, bool isWrite, Func<Task<IApiResponse<T>>> call)
    {
        var response = await SendAsync(what, isWrite, call).ConfigureAwait(false);
        // Octokit answers null for an empty body; on a write that means nobody knows.
        return response.Body ?? throw new GitHubException(isWrite ? GitHubFailure.Unknown : GitHubFailure.Unreachable, $"GitHub's answer was empty while {what}.");
    }

    private async Task<IApiResponse<T>> SendAsync<T>(string what, bool isWrite, Func<Task<IApiResponse<T>>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_runToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (exception is not GitHubException)
        {
            throw GitHubErrors.Map(exception, what, isWrite);
        }
    }
}
