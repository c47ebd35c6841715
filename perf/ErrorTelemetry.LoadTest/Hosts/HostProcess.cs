using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ErrorTelemetry.Hosts;

/// <summary>A child process: serves, and answers its parent's questions on standard output, so that measuring costs no request.</summary>
internal static class HostProcess
{
    private const int StormPart = 5_000;

    public static async Task<int> RunAsync(HostSettings settings)
    {
        using var counters = new HostCounters();
        await using var app = settings.Kind == HostKinds.Sink ? SentrySink.Build(counters) : LoadHost.Build(settings, counters);
        await app.StartAsync();
        var url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Answer(counters.Read() with { Url = new Uri(url) });

        // Ends when the parent closes the pipe, however the parent ends.
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            if (words is ["storm", var kind, var count])
                await StormAsync(app.Services.GetRequiredService<IErrorReporter>(), kind == "one", int.Parse(count, CultureInfo.InvariantCulture));
            else if (words is ["collect"])
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            Answer(counters.Read());
        }

        return 0;
    }

    private static void Answer(HostStats stats) => Console.Out.WriteLine(JsonSerializer.Serialize(stats, LoadTestJson.Default.HostStats));

    /// <summary>So many errors of this process, as fast as the store takes them.</summary>
    private static async Task StormAsync(IErrorReporter reporter, bool identical, int count)
    {
        var waited = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            reporter.Report(new StormException(identical ? 0 : i), new ErrorContext { Scope = i });
            if (i % StormPart == StormPart - 1)
                await reporter.FlushAsync(TimeSpan.FromMinutes(5));
        }

        await reporter.FlushAsync(TimeSpan.FromMinutes(5));
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count} errors in {waited.Elapsed.TotalSeconds:F1} s"));
    }
}
