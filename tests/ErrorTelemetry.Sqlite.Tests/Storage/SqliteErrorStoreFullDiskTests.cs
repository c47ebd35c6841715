using System.Diagnostics;

namespace ErrorTelemetry.Storage;

/// <summary>A disk that takes nothing more, as a whole process meets it: it stays responsive and small, counts what it cannot keep, and goes on when there is room.</summary>
[Trait("Category", "Slow")]
public sealed class SqliteErrorStoreFullDiskTests : SqliteStoreTest
{
    private const int BeforeErrors = 500;
    private const int StormErrors = 20_000;
    private const int MostGrowthMebibytes = 64;

    [Fact]
    public async Task Report_FilesThatMayNotGrow_RefusesWithACountAndRecoversWithRoom()
    {
        // Past the limit a write fails with EFBIG, since the signal that would end the process is ignored.
        using var host = FullDiskHost.Start("""trap '' XFSZ; exec "$0" "$1" """, FilePath);

        var totals = await StormAsync(host, () => Prlimit(host, "65536:unlimited"), () => Prlimit(host, "unlimited"));

        await host.StopAsync(Ct);
        Assert.Equal(totals.Recorded, Query("SELECT sum(count) FROM groups"));
        Assert.Equal(totals.Recorded, Query("SELECT count(*) FROM events"));
    }

    [Fact]
    public async Task Report_FileSystemWithoutRoom_RefusesWithACountAndRecoversWithRoom()
    {
        // A small file system of the process's own, which ends with it.
        using var host = FullDiskHost.Start("""exec unshare --map-root-user --mount sh -c 'mount -t tmpfs -o size=16m tmpfs "$2" && exec "$0" "$1"' "$0" "$1" "$2" """, FilePath);
        if (await host.ReportAsync(0, Ct) is null)
            Assert.Skip("This machine lets nobody mount a file system.");
        var folder = $"/proc/{host.Id}/root{Folder}";
        var ballast = Path.Combine(folder, "ballast");

        var totals = await StormAsync(host, () => Fill(ballast), () => File.Delete(ballast));

        // The files as a crash would leave them.
        foreach (var file in Directory.GetFiles(folder, "errors.db*").Where(static file => !file.EndsWith("-shm", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        Assert.Equal(totals.Recorded, Query("SELECT sum(count) FROM groups"));
        Assert.Equal(totals.Recorded, Query("SELECT count(*) FROM events"));
        await host.StopAsync(Ct);
    }

    private static async Task<FullDiskTotals> StormAsync(FullDiskHost host, Action fill, Action free)
    {
        var before = await host.ReportAsync(BeforeErrors, Ct);
        Assert.Equal((BeforeErrors, 0), (before!.Recorded, before.Discarded));
        fill();

        var full = await host.ReportAsync(StormErrors, Ct);

        Assert.Equal(full!.Reported, full.Recorded + full.Discarded);
        Assert.InRange(full.Discarded, StormErrors * 9 / 10, StormErrors);
        Assert.InRange(full.WorkingSetMebibytes - before.WorkingSetMebibytes, long.MinValue, MostGrowthMebibytes);
        free();

        var after = await host.ReportAsync(BeforeErrors, Ct);

        Assert.Equal(full.Recorded + BeforeErrors, after!.Recorded);
        Assert.Equal(full.Discarded, after.Discarded);
        return after;
    }

    private static void Prlimit(FullDiskHost host, string limit)
    {
        using var prlimit = Process.Start("prlimit", [$"--pid={host.Id}", $"--fsize={limit}"]);
        prlimit.WaitForExit();
        Assert.Equal(0, prlimit.ExitCode);
    }

    private static void Fill(string ballast)
    {
        using var file = new FileStream(ballast, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        try
        {
            while (true)
                file.Write(new byte[4096]);
        }
        catch (IOException)
        {
            // Full, which is what it is for.
        }
    }
}
