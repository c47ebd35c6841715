using System.Globalization;
using ErrorTelemetry.Hosts;
using ErrorTelemetry.Results;

namespace ErrorTelemetry.Loads;

/// <summary>Very many errors of one process: does it stay flat in memory, responsive, and exact? None is dropped; with a full disk each is recorded or refused with a reason.</summary>
internal static class StormRun
{
    private const int WarmUp = 20_000;
    private const int FullAtMebibytes = 1;

    /// <summary>Returns 0 where every count is exact.</summary>
    public static async Task<int> RunAsync(int count, string folder, string? save)
    {
        var page = new ResultPage(string.Create(CultureInfo.InvariantCulture, $"Storm: `eng/perf.sh --storm {count}`"), save);
        var exact = true;
        foreach (var (kind, mebibytes) in ((string, int)[])[("one", 0), ("many", 0), ("one", FullAtMebibytes), ("many", FullAtMebibytes)])
        {
            var isFull = mebibytes > 0;
            var file = Path.Combine(folder, isFull ? kind + "-full.db" : kind + ".db");
            await using var host = await ChildHost.StartAsync(new HostSettings(HostKinds.Ours, file, MaxSizeMebibytes: mebibytes));
            var warm = await host.AskAsync(string.Create(CultureInfo.InvariantCulture, $"storm {kind} {WarmUp}"));
            var before = await host.AskAsync("collect");
            await using var probe = new ResponseProbe(host);
            var storm = await host.AskAsync(string.Create(CultureInfo.InvariantCulture, $"storm {kind} {count}"));
            var (p50, p99, longest) = await probe.EndAsync();
            var after = await host.AskAsync("collect");
            // What is distinct must be a group of its own, or the storm was none.
            var totals = StoreCheck.Read(file);
            exact &= isFull || totals.Groups == (kind == "one" ? 1 : Math.Max(count, WarmUp));
            exact &= await StoreCheck.AgreesAsync(host, file) && after.Accounted() == WarmUp + count && (isFull || after.Discarded.Count == 0);
            page.Add(string.Create(CultureInfo.InvariantCulture,
                $"storm of {kind}{(isFull ? ", the disk full" : "")}: {totals}, discarded {after.Discarded.Values.Sum()}; working set {Mebibytes(warm)} MiB after the first {WarmUp}, {Mebibytes(before)} once collected, {Mebibytes(storm)} at its end, {storm.PeakWorkingSetBytes >> 20} at most, {Mebibytes(after)} after a collection; a healthy page meanwhile in {p50:F1} ms, {p99:F1} at p99, {longest:F0} at most"));
        }

        await page.SaveAsync();
        return exact ? 0 : 1;
    }

    private static long Mebibytes(HostStats stats) => stats.WorkingSetBytes >> 20;
}
