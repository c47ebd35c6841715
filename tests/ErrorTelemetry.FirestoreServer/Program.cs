using System.Globalization;
using ErrorTelemetry.Hosting;

// dotnet run --project tests/ErrorTelemetry.FirestoreServer -- --port 8080 [--journal FILE] [--indexes FILE|none] [--latency-ms N] [--fault-rate 0.05] [--write-interval-ms N]
var settings = new Dictionary<string, string>(StringComparer.Ordinal);
for (var i = 0; i + 1 < args.Length; i += 2)
    settings[args[i]] = args[i + 1];

var options = new FirestoreServerOptions { Port = Number("--port"), JournalFile = settings.GetValueOrDefault("--journal") };
if (settings.TryGetValue("--indexes", out var indexes))
    options = options with { IndexesFile = indexes == "none" ? null : indexes };

await using var server = await FirestoreServerHost.StartAsync(options);
server.Faults.Latency = TimeSpan.FromMilliseconds(Number("--latency-ms"));
server.Faults.WriteInterval = TimeSpan.FromMilliseconds(Number("--write-interval-ms"));
server.Faults.Rate = double.Parse(settings.GetValueOrDefault("--fault-rate", "0"), CultureInfo.InvariantCulture);
Console.WriteLine($"FIRESTORE_EMULATOR_HOST={server.Address}");
await server.WaitForShutdownAsync();

int Number(string name) => int.Parse(settings.GetValueOrDefault(name, "0"), CultureInfo.InvariantCulture);
