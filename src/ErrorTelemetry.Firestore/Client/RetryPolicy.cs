using Grpc.Core;

namespace ErrorTelemetry.Client;

/// <summary>Which failures pass, and how long to wait before the next try.</summary>
internal static class RetryPolicy
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    /// <summary><c>CANCELLED</c> is among them because that is what a stream that was reset on the way looks like; the caller's own cancellation is told apart before.</summary>
    public static bool IsTransient(StatusCode code) => code
        is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted or StatusCode.Aborted or StatusCode.Internal or StatusCode.Cancelled;

    /// <summary>Exponential backoff with full jitter.</summary>
    /// <param name="attempt">The tries so far, from 1.</param>
    /// <param name="jitter">Evenly spread over [0, 1).</param>
    public static TimeSpan DelayAfter(int attempt, double jitter)
    {
        var ceiling = First * Math.Pow(2, Math.Min(attempt, 10));
        return (ceiling < Longest ? ceiling : Longest) * jitter;
    }
}
