using BenchmarkDotNet.Attributes;
using ErrorTelemetry.Processing;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry;

/// <summary>One committed batch of one group in a file: every event kept, and past the storage cap.</summary>
public class SqliteBenchmarks
{
    private string _folder = null!;
    private ServiceProvider _services = null!;
    private IErrorStore _store = null!;
    private ErrorEvent _event = null!;

    [Params(8, 64)]
    public int BatchEvents { get; set; }

    [Params("kept", "counted")]
    public string Events { get; set; } = "kept";

    [GlobalSetup]
    public void Setup()
    {
        _folder = Directory.CreateTempSubdirectory("errortelemetry-benchmark-").FullName;
        var services = new ServiceCollection();
        services.AddErrorTelemetry().AddSqliteStore(Path.Combine(_folder, "errors.db"));
        services.Configure<ErrorStorageOptions>(options => options.MaxStoredEventsPerGroupPerHour = Events == "kept" ? 1_000_000 : 0);
        _services = services.BuildServiceProvider();
        _store = _services.GetRequiredService<IErrorStore>();
        _event = _services.GetRequiredService<ErrorPipeline>().Process(Sample.Browser, ReportSource.Client, Sample.Now).Event!;
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _services.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark]
    public Task<IReadOnlyList<RecordOutcome>> Record()
    {
        var batch = new ErrorEvent[BatchEvents];
        for (var i = 0; i < batch.Length; i++)
            batch[i] = Sample.WithNewId(_event);
        return _store.RecordAsync(batch);
    }
}
