using System.Diagnostics;
using System.Globalization;
using ErrorTelemetry.Hosts;
using ErrorTelemetry.Results;

namespace ErrorTelemetry.Loads;

/// <summary>How long a new process takes until its first request is answered, with and without telemetry.</summary>
internal static class StartUpRun
{
    private static readonly string[] Kinds = [HostKinds.Bare, HostKinds.Ours];

    public static async Task<int> RunAsync(int rounds, string folder, string? save)
    {
        var page = new ResultPage(string.Create(CultureInfo.InvariantCulture, $"Start-up: `eng/perf.sh --start-up {rounds}`"), save);
        var times = Kinds.ToDictionary(static kind => kind, static _ => new List<double>(), StringComparer.Ordinal);
        // The first round brings the files into memory and is not counted.
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var kind in Kinds)
            {
                var database = kind == HostKinds.Ours ? Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{round}.db")) : null;
                var time = await TimeAsync(new HostSettings(kind, database));
                if (round > 0)
                    times[kind].Add(time.TotalMilliseconds);
            }
        }

        foreach (var kind in Kinds)
            page.Add(string.Create(CultureInfo.InvariantCulture, $"{kind}: {Median.Of(times[kind]):F1} ms from the start of the process to the first answer"));
        var added = times[HostKinds.Ours].Zip(times[HostKinds.Bare], static (ours, bare) => ours - bare);
        page.Add(string.Create(CultureInfo.InvariantCulture, $"added: {Median.Of(added):F1} ms (median of {rounds} pairs)"));
        await page.SaveAsync();
        return 0;
    }

    private static async Task<TimeSpan> TimeAsync(HostSettings settings)
    {
        using var client = new HttpClient();
        var watch = Stopwatch.StartNew();
        await using var host = await ChildHost.StartAsync(settings);
        using var answer = await client.GetAsync(new Uri(host.Url, Load.Healthy.Path));
        answer.EnsureSuccessStatusCode();
        return watch.Elapsed;
    }
}
