using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ErrorTelemetry;

// ErrorTelemetry.Benchmarks [--full] [--save FILE] [NAME…]     NAME is part of a benchmark's name; short runs unless --full is said
var names = args.ToList();
var full = names.Remove("--full");
string? file = null;
if (names.IndexOf("--save") is >= 0 and var at && at + 1 < names.Count)
{
    file = names[at + 1];
    names.RemoveRange(at, 2);
}

// In this process: the benchmarks reach internals of packages that are signed with nothing and built beside them, and a build for each would take longer than they do.
var config = ManualConfig.CreateEmpty()
    .AddJob((full ? Job.Default : Job.ShortRun).WithToolchain(InProcessEmitToolchain.Instance))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddLogger(ConsoleLogger.Default)
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "errortelemetry-benchmarks"));
if (names.Count > 0)
    config.AddFilter(new SimpleFilter(one => names.Any(name => one.Descriptor.GetFilterName().Contains(name, StringComparison.OrdinalIgnoreCase))));

Type[] benchmarks =
[
    typeof(PipelineBenchmarks), typeof(RedactionBenchmarks), typeof(CaptureBenchmarks), typeof(HttpBenchmarks),
    typeof(WriterBenchmarks), typeof(SqliteBenchmarks), typeof(IssueBenchmarks),
];
var summaries = BenchmarkRunner.Run(benchmarks, config);
if (file is not null)
    BenchmarkPage.Write(file, summaries, full);
return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
