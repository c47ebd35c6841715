using System.Globalization;
using ErrorTelemetry;
using Microsoft.Extensions.DependencyInjection;

// Usage: CrashHost FILE                   reports errors as its input says; see ReportingHost.
//        CrashHost FILE FINGERPRINT CAP   every line on stdout is the id of an event that the store has acknowledged; ends only by being killed.
if (args.Length == 1)
{
    await ReportingHost.RunAsync(args[0]);
    return;
}

var services = new ServiceCollection();
services.Configure<ErrorStorageOptions>(options => options.MaxStoredEventsPerGroupPerHour = int.Parse(args[2], CultureInfo.InvariantCulture));
new ErrorTelemetryBuilder(services).AddSqliteStore(args[0]);
using var provider = services.BuildServiceProvider();
var store = provider.GetRequiredService<IErrorStore>();
var process = Environment.ProcessId;

for (var batch = 0; ; batch++)
{
    var events = Some.Events(5, args[1]).Select((e, i) => e with { EventId = $"crash-{process}-{batch}-{i}" }).ToList();
    await store.RecordAsync(events);
    foreach (var e in events)
        Console.Out.WriteLine(e.EventId);
    Console.Out.Flush();
}
