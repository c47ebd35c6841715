using System.Diagnostics;
using ErrorTelemetry.Hosts;

namespace ErrorTelemetry.Loads;

/// <summary>Asks a host for a healthy page again and again while something else goes on in it: does it still answer?</summary>
internal sealed class ResponseProbe : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(10);

    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _client = new();
    private readonly List<double> _milliseconds = [];
    private readonly Task _asking;

    public ResponseProbe(ChildHost host)
    {
        var page = new Uri(host.Url, Load.Healthy.Path);
        _asking = Task.Run(() => AskAsync(page));
    }

    /// <summary>Ends, and says how long the answers took: the middle, all but a hundredth, the longest, in milliseconds.</summary>
    public async Task<(double P50, double P99, double Longest)> EndAsync()
    {
        await _stop.CancelAsync();
        await _asking;
        _milliseconds.Sort();
        return (At(0.5), At(0.99), At(1));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _asking;
        _client.Dispose();
        _stop.Dispose();
    }

    private double At(double part) => _milliseconds[(int)Math.Ceiling(part * _milliseconds.Count) - 1];

    private async Task AskAsync(Uri page)
    {
        do
        {
            var started = Stopwatch.GetTimestamp();
            using (var answer = await _client.GetAsync(page))
                answer.EnsureSuccessStatusCode();
            _milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            await Task.Delay(Between, TimeProvider.System, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        while (!_stop.IsCancellationRequested);
    }
}
