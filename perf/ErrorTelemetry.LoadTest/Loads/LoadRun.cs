using System.Diagnostics;
using ErrorTelemetry.Hosts;
using ErrorTelemetry.Results;

namespace ErrorTelemetry.Loads;

/// <summary>Drives every host in turn, round after round, and keeps what was measured.</summary>
internal sealed class LoadRun(HostSet hosts, Wrk wrk, IReadOnlyList<LoadCase> cases, int seconds)
{
    /// <summary>How long a host may go on with what it had taken when the load ended.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    private readonly Dictionary<(LoadCase Case, string Process), List<Measurement>> _measurements = [];
    private int _rounds;

    /// <summary>Every host once with every kind of load, hosts side by side: compiled, its files open, its caps reached.</summary>
    public async Task WarmUpAsync()
    {
        foreach (var load in cases.GroupBy(static one => one.Load.Path, StringComparer.Ordinal))
        {
            var processes = load.SelectMany(static one => one.Processes).Distinct(StringComparer.Ordinal);
            await Task.WhenAll(processes.Select(process => MeasureAsync(load.First(), process)));
        }
    }

    /// <summary>Every case once, each round with another host first. A load that several cases share is put to the bare host once, next to them.</summary>
    public async Task RoundAsync()
    {
        var baselines = new Dictionary<(string Path, int Connections), Measurement>();
        foreach (var one in cases)
        {
            var first = _rounds % one.Processes.Count;
            foreach (var process in one.Processes.Skip(first).Concat(one.Processes.Take(first)))
            {
                if (process != HostKinds.Bare)
                    Keep(one, process, await MeasureAsync(one, process));
                else if (baselines.TryGetValue(one.Baseline, out var known))
                    Keep(one, process, known);
                else
                    Keep(one, process, baselines[one.Baseline] = await MeasureAsync(one, process));
            }
        }

        _rounds++;
    }

    public IReadOnlyList<ResultRow> Rows() =>
        [.. cases.SelectMany(one => one.Processes.Select(process => RowOf(one, process)))];

    private void Keep(LoadCase one, string process, Measurement measured)
    {
        if (!_measurements.TryGetValue((one, process), out var rounds))
            _measurements[(one, process)] = rounds = [];
        rounds.Add(measured);
    }

    private async Task<Measurement> MeasureAsync(LoadCase one, string process)
    {
        var host = hosts[process];
        var sink = process == HostKinds.Sentry ? hosts[HostKinds.Sink] : null;
        var envelopes = sink is null ? 0 : (await sink.StatsAsync()).Requests;
        var before = await host.StatsAsync();
        var figures = await wrk.RunAsync(host, one.Load, one.Connections, seconds);
        var after = await SettledAsync(host, before, one.Load);
        return new Measurement(figures, before, after) { Envelopes = sink is null ? null : (await sink.StatsAsync()).Requests - envelopes };
    }

    /// <summary>Waits until the host has done what it had taken, so that its costs are counted, and its counts complete.</summary>
    private static async Task<HostStats> SettledAsync(ChildHost host, HostStats before, Load load)
    {
        var waited = Stopwatch.StartNew();
        var last = await host.StatsAsync();
        while (waited.Elapsed < Quiet)
        {
            await Task.Delay(Poll, TimeProvider.System);
            var now = await host.StatsAsync();
            var open = now.Whole() - before.Whole() - (now.Accounted() - before.Accounted());
            var mustAccount = load.IsError && host.Settings.Database is not null;
            if (now.Requests == last.Requests && (!mustAccount || open == 0))
                return now;
            last = now;
        }

        return last;
    }

    private ResultRow RowOf(LoadCase one, string process)
    {
        var rounds = _measurements[(one, process)];
        var bare = _measurements[(one, HostKinds.Bare)];
        var counts = one.Load.IsError && hosts[process].Settings.Database is not null;
        var recorded = rounds.Sum(static round => round.After.Recorded - round.Before.Recorded);
        return new ResultRow
        {
            Case = one.Name,
            Host = LoadCase.HostOf(process),
            Connections = one.Connections,
            RequestsPerSecond = Math.Round(Median.Of(rounds.Select(static round => round.RequestsPerSecond))),
            RatioToBare = Math.Round(Median.Of(rounds.Zip(bare, static (own, other) => own.RequestsPerSecond / other.RequestsPerSecond)), 3),
            P50Milliseconds = Math.Round(Median.Of(rounds.Select(static round => round.Load.P50Microseconds / 1e3)), 2),
            P99Milliseconds = Math.Round(Median.Of(rounds.Select(static round => round.Load.P99Microseconds / 1e3)), 2),
            AllocatedBytesPerRequest = Math.Round(Median.Of(rounds.Select(static round => round.AllocatedBytesPerRequest))),
            CpuMicrosecondsPerRequest = Math.Round(Median.Of(rounds.Select(static round => round.CpuMicrosecondsPerRequest)), 1),
            WorkingSetGrowthMebibytes = Math.Round((rounds.Max(static round => round.After.WorkingSetBytes) - rounds[0].Before.WorkingSetBytes) / 1048576.0, 1),
            Errors = counts ? rounds.Sum(static round => round.After.Whole() - round.Before.Whole()) : null,
            Accounted = counts ? rounds.Sum(static round => round.Accounted) : null,
            Recorded = counts ? recorded : null,
            Discarded = counts ? DiscardedIn(rounds) : null,
            CommitsPerEvent = counts && recorded > 0 ? Math.Round(rounds.Sum(static round => round.Batches) / (double)recorded, 4) : null,
            Envelopes = rounds[0].Envelopes is null ? null : rounds.Sum(static round => round.Envelopes),
        };
    }

    private static Dictionary<string, long> DiscardedIn(IEnumerable<Measurement> rounds) =>
        rounds.SelectMany(static round => round.After.Discarded.Select(after => (after.Key, Count: after.Value - round.Before.Discarded.GetValueOrDefault(after.Key))))
            .GroupBy(static one => one.Key, static one => one.Count, StringComparer.Ordinal)
            .Where(static one => one.Sum() > 0)
            .ToDictionary(static one => one.Key, static one => one.Sum(), StringComparer.Ordinal);
}
