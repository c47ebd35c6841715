using ErrorTelemetry.Metrics;
using ErrorTelemetry.Processing;
using ErrorTelemetry.Processing.Noise;
using ErrorTelemetry.Storage;
using Microsoft.Extensions.Logging;

namespace ErrorTelemetry;

/// <summary>The way of a report from outside: pipeline, then group commit. Completes when the event is durable.</summary>
internal sealed class ErrorIngestor(ErrorPipeline pipeline, StoreWriter writer, TelemetryMetrics metrics, TimeProvider time, ILogger<ErrorIngestor> logger)
{
    private int _hinted;

    /// <summary>When to come back, if there is no room for a report that comes now.</summary>
    public TimeSpan? WaitForRoom => writer.IsFull ? StoreWriter.RetryAfterFull : null;

    /// <summary>Takes a report that <see cref="Processing.Validation.ReportReader"/> has accepted.</summary>
    public ValueTask<IngestOutcome> IngestAsync(ErrorReport report, CancellationToken cancellationToken)
    {
        var result = pipeline.Process(report, ReportSource.Client, time.GetUtcNow());
        if (result.Event is { } errorEvent)
            return writer.WriteAsync(errorEvent, cancellationToken);

        metrics.Discarded(result.DiscardReason!, result.Rule);
        // Told once: it is the one kind of noise that its app can turn into errors worth having.
        if (result.Rule == NoisePacks.ScriptErrorRule && Interlocked.Exchange(ref _hinted, 1) == 0)
            Log.ScriptErrorHint(logger);
        return ValueTask.FromResult(new IngestOutcome(IngestStatus.Discarded, null, result.DiscardReason, null));
    }
}
