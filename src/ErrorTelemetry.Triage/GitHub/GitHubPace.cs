using System.Globalization;
using System.Net;

namespace ErrorTelemetry.GitHub;

/// <summary>
/// Keeps to GitHub's limits: one write a second, waits that GitHub asks for, an end before the quota is gone.
/// Source: docs.github.com, "Rate limits for the REST API" and "Best practices for using the REST API".
/// </summary>
internal sealed class GitHubPace(TimeProvider timeProvider)
{
    private static readonly TimeSpan BetweenWrites = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private const int MostLimits = 3;
    private static readonly TimeSpan WaitWithoutAdvice = TimeSpan.FromSeconds(60);

    private DateTimeOffset? _lastWrite;
    private int? _limit;
    private int _limitedReads;
    private int _limitedWrites;
    private int? _remaining;
    private DateTimeOffset? _reset;

    /// <summary>Waits for the turn of a request.</summary>
    /// <exception cref="GitHubException">The quota is nearly gone.</exception>
    public async Task BeforeAsync(bool isWrite, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        if (_remaining <= Reserve && _reset > now)
            throw new GitHubException(GitHubFailure.Limit, string.Create(CultureInfo.InvariantCulture, $"Only {_remaining} of GitHub's hourly requests are left until {_reset:HH:mm} UTC; the rest waits for the next run."));
        if (!isWrite)
            return;
        if (_lastWrite + BetweenWrites - now is { } wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, timeProvider, cancellationToken).ConfigureAwait(false);
        _lastWrite = timeProvider.GetUtcNow();
    }

    /// <summary>Learns what an answer says about the quota.</summary>
    public void After(HttpResponseMessage response, bool isWrite)
    {
        _limit = Number(response, "X-RateLimit-Limit") is { } limit and > 0 and < int.MaxValue ? (int)limit : _limit;
        if (Number(response, "X-RateLimit-Remaining") is { } remaining and >= 0 and < int.MaxValue && Reset(response) is { } reset)
            (_remaining, _reset) = ((int)remaining, reset);
        if (isWrite)
            _lastWrite = timeProvider.GetUtcNow();
    }

    /// <summary>Learns that a request was let through.</summary>
    public void Passed(bool isWrite) => (isWrite ? ref _limitedWrites : ref _limitedReads) = 0;

    /// <summary>Waits as an answer of a limit asks.</summary>
    /// <exception cref="GitHubException">It asks for longer than a run waits, or too often.</exception>
    public async Task WaitAsync(HttpResponseMessage response, bool isWrite, CancellationToken cancellationToken)
    {
        // Counted over all requests: what one group was refused, the next would be refused too, and GitHub bans who goes on asking.
        var times = isWrite ? ++_limitedWrites : ++_limitedReads;
        var wait = WaitOf(response, times);
        if (wait > LongestWait || times > MostLimits)
            throw new GitHubException(GitHubFailure.Limit, string.Create(CultureInfo.InvariantCulture, $"GitHub's rate limit is reached and asks for a wait of {wait.TotalSeconds:0} s, for the {times}. time in a row; the rest waits for the next run."));
        _remaining = null;
        await Task.Delay(wait, timeProvider, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether an answer is about a limit. GitHub says so with 429, or with 403 and one of several words.</summary>
    public static bool IsLimit(HttpResponseMessage response, string body) =>
        response.StatusCode == HttpStatusCode.TooManyRequests
        || (response.StatusCode == HttpStatusCode.Forbidden
            && (response.Headers.RetryAfter is not null
                || Number(response, "X-RateLimit-Remaining") == 0
                || body.Contains("rate limit", StringComparison.OrdinalIgnoreCase)
                || body.Contains("abuse", StringComparison.OrdinalIgnoreCase)));

    private int Reserve => Math.Clamp((_limit ?? 0) / 50, 5, 100);

    private TimeSpan WaitOf(HttpResponseMessage response, int attempt)
    {
        var now = timeProvider.GetUtcNow();
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => Number(response, "X-RateLimit-Remaining") == 0 && Reset(response) is { } reset ? reset - now : (TimeSpan?)null,
        };
        // Nothing, or an instant that has passed: an immediate retry would loop.
        return asked is { } wait && wait > TimeSpan.Zero ? wait + TimeSpan.FromSeconds(1) : WaitWithoutAdvice * Math.Pow(2, Math.Max(0, attempt - 1));
    }

    private static DateTimeOffset? Reset(HttpResponseMessage response) =>
        Number(response, "X-RateLimit-Reset") is { } seconds and > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static long? Number(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) && long.TryParse(values.FirstOrDefault(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
