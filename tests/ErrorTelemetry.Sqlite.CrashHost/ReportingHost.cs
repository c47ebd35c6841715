using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry;

/// <summary>Reports as many errors as each line of its input says, and answers each with what became of all of them so far.</summary>
internal static class ReportingHost
{
    /// <summary>So that a few hundred errors fill a small disk.</summary>
    private const int MessageChars = 1_500;

    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(30);

    private static long _recorded;
    private static long _discarded;

    public static async Task RunAsync(string file)
    {
        var services = new ServiceCollection();
        services.AddErrorTelemetry().AddSqliteStore(file);
        await using var provider = services.BuildServiceProvider();
        var reporter = provider.GetRequiredService<IErrorReporter>();
        using var listener = Listen();

        long reported = 0;
        while (await Console.In.ReadLineAsync() is { } line)
        {
            for (var last = reported + int.Parse(line, CultureInfo.InvariantCulture); reported < last; reported++)
                reporter.Report(ErrorOf(reported), new ErrorContext { Fingerprint = [reported.ToString(CultureInfo.InvariantCulture)] });
            await reporter.FlushAsync(Enough);
            // Counted just after whoever waits has been told.
            for (var waited = Stopwatch.StartNew(); Volatile.Read(ref _recorded) + Volatile.Read(ref _discarded) < reported && waited.Elapsed < Enough;)
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reported} {_recorded} {_discarded} {Environment.WorkingSet >> 20}"));
        }
    }

    private static InvalidOperationException ErrorOf(long number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Order {number} found the till open. ").PadRight(MessageChars, 'x'));

    private static MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, self) =>
            {
                if (instrument.Name is "errortelemetry.events.recorded" or "errortelemetry.discarded")
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>(static (instrument, value, _, _) =>
            Interlocked.Add(ref instrument.Name == "errortelemetry.discarded" ? ref _discarded : ref _recorded, value));
        listener.Start();
        return listener;
    }
}
