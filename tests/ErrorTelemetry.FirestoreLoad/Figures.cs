using System.Diagnostics;
using System.Globalization;
using ErrorTelemetry.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry;

/// <summary>What 10,000 events cost, by how many groups they belong to.</summary>
internal static class Figures
{
    private const int Events = 10_000;
    private const int EventsPerBatch = 100;

    public static async Task RunAsync()
    {
        Console.WriteLine("| groups | calls | of these commits | documents written | of these groups | documents read | longest wait, s | events/s |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        await MeasureAsync(1);
        foreach (var groups in new[] { 1, 100, 10_000 })
            Console.WriteLine(await MeasureAsync(groups));
    }

    private static async Task<string> MeasureAsync(int groups)
    {
        await using var server = await FirestoreServerHost.StartAsync();
        await using var provider = Stores.Open(server.Address, options => options.CallTimeoutMilliseconds = options.RetryBudgetMilliseconds = 60_000, cap: 100);
        var store = provider.GetRequiredService<IErrorStore>();
        var fingerprints = Enumerable.Range(0, groups).Select(i => Some.Fingerprint($"{i}")).ToArray();
        var batches = Enumerable.Range(0, Events).Select(i => Some.Event(fingerprints[i % groups])).Chunk(EventsPerBatch).ToList();

        var watch = Stopwatch.StartNew();
        var waits = await Task.WhenAll(batches.Select(batch => Task.Run(async () =>
        {
            var called = watch.Elapsed;
            await store.RecordAsync(batch);
            return watch.Elapsed - called;
        })));
        watch.Stop();

        var statistics = server.Statistics;
        var groupWrites = statistics.Writes.Where(write => write.Key.Contains("telemetry_error_groups", StringComparison.Ordinal)).Sum(write => write.Value);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {groups:N0} | {statistics.Calls.Values.Sum():N0} | {statistics.Calls["Commit"]:N0} | {statistics.Writes.Values.Sum():N0} | {groupWrites:N0} | {statistics.Reads:N0} | {waits.Max().TotalSeconds:F1} | {Events / watch.Elapsed.TotalSeconds:N0} |");
    }
}
