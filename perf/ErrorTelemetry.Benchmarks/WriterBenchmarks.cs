using BenchmarkDotNet.Attributes;
using ErrorTelemetry.Processing;
using ErrorTelemetry.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry;

/// <summary>The group commit around a store that does nothing; for each event.</summary>
public class WriterBenchmarks
{
    private const int Events = 64;

    private readonly Task<IngestOutcome>[] _outcomes = new Task<IngestOutcome>[Events];
    private StoreWriter _writer = null!;
    private ErrorIngestor _ingestor = null!;
    private ErrorEvent _event = null!;

    [GlobalSetup]
    public void Setup()
    {
        var services = Services.With(new NoStore());
        _writer = services.GetRequiredService<StoreWriter>();
        _ingestor = services.GetRequiredService<ErrorIngestor>();
        _event = services.GetRequiredService<ErrorPipeline>().Process(Sample.Browser, ReportSource.Client, Sample.Now).Event!;
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public Task Write()
    {
        for (var i = 0; i < Events; i++)
            _outcomes[i] = _writer.WriteAsync(_event, CancellationToken.None).AsTask();
        return Task.WhenAll(_outcomes);
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public Task PipelineAndWrite()
    {
        for (var i = 0; i < Events; i++)
            _outcomes[i] = _ingestor.IngestAsync(Sample.Browser, CancellationToken.None).AsTask();
        return Task.WhenAll(_outcomes);
    }
}
