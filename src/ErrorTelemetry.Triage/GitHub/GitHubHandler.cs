using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ErrorTelemetry.GitHub;

/// <summary>
/// Every request passes here: only to our host, with the right headers, within a time that covers the body, at GitHub's pace. Reads are tried
/// again; a POST never is, since nobody knows what became of it.
/// </summary>
internal sealed class GitHubHandler(Uri baseAddress, GitHubPace pace, TimeProvider timeProvider, TimeSpan requestTimeout, HttpMessageHandler inner, CancellationToken runToken)
    : DelegatingHandler(inner)
{
    private const long LongestBody = 32 * 1024 * 1024;
    private const int MostAttempts = 4;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Harden(request);
        var isWrite = request.Method != HttpMethod.Get && request.Method != HttpMethod.Head;
        for (var attempt = 1; ; attempt++)
        {
            runToken.ThrowIfCancellationRequested();
            await pace.BeforeAsync(isWrite, runToken).ConfigureAwait(false);
            var (response, body, failure) = await SendOnceAsync(request, isWrite).ConfigureAwait(false);
            if (response is null)
            {
                if (isWrite || attempt >= MostAttempts)
                    throw failure!;
                await BackOffAsync(attempt).ConfigureAwait(false);
            }
            else if (GitHubPace.IsLimit(response, body))
            {
                using (response)
                    await pace.WaitAsync(response, isWrite, runToken).ConfigureAwait(false);
                if (request.Method == HttpMethod.Post)
                    throw new GitHubException(GitHubFailure.NotSent, "GitHub asked for a pause and did not take the request.");
            }
            else if ((int)response.StatusCode >= 500 && !isWrite && attempt < MostAttempts)
            {
                response.Dispose();
                await BackOffAsync(attempt).ConfigureAwait(false);
            }
            else
            {
                pace.Passed(isWrite);
                return Checked(response, body, isWrite);
            }
        }
    }

    private async Task<(HttpResponseMessage? Response, string Body, GitHubException? Failure)> SendOnceAsync(HttpRequestMessage request, bool isWrite)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(runToken);
        timeout.CancelAfter(requestTimeout);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, timeout.Token).ConfigureAwait(false);
            pace.After(response, isWrite);
            await response.Content.LoadIntoBufferAsync(LongestBody, timeout.Token).ConfigureAwait(false);
            return (response, await response.Content.ReadAsStringAsync(timeout.Token).ConfigureAwait(false), null);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException && !runToken.IsCancellationRequested)
        {
            response?.Dispose();
            return (null, string.Empty, Lost(exception, isWrite));
        }
    }

    // Before a connection stands nothing can have been sent; after that, nobody knows.
    private GitHubException Lost(Exception exception, bool isWrite)
    {
        var notConnected = exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError };
        var what = exception is OperationCanceledException ? $"did not answer within {requestTimeout.TotalSeconds:0} s" : $"cannot be reached or broke off ({exception.Message})";
        return new GitHubException(isWrite && !notConnected ? GitHubFailure.Unknown : GitHubFailure.Unreachable, $"GitHub at {baseAddress.Host} {what}.", exception);
    }

    private void Harden(HttpRequestMessage request)
    {
        if (request.RequestUri is not { } uri || uri.Scheme != baseAddress.Scheme || uri.Host != baseAddress.Host || uri.Port != baseAddress.Port)
            throw new GitHubException(GitHubFailure.Configuration, $"GitHub pointed to another host ({request.RequestUri?.Host}); the token is never sent there. Set the address of the API directly.");
        request.Headers.Accept.Clear();
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.github+json"));
        request.Headers.Remove("X-GitHub-Api-Version");
        request.Headers.Add("X-GitHub-Api-Version", "2022-11-28");
        if (request.Content is not null)
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", Encoding.UTF8.WebName);
    }

    private static HttpResponseMessage Checked(HttpResponseMessage response, string body, bool isWrite)
    {
        var isJson = response.Content.Headers.ContentType?.MediaType is { } type && (type.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
        if (!response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.NoContent || (isJson && body.Trim() is not ("" or "null")))
            return response;
        response.Dispose();
        throw new GitHubException(isWrite ? GitHubFailure.Unknown : GitHubFailure.Unreachable, "What answers at GitHub's address sent no JSON; a proxy or a wrong address may be the cause.");
    }

    private Task BackOffAsync(int attempt) => Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, attempt - 1)), timeProvider, runToken);
}
