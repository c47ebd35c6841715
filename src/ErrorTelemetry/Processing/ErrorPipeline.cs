using ErrorTelemetry.Processing.Fingerprinting;
using ErrorTelemetry.Processing.Noise;
using ErrorTelemetry.Processing.Redaction;
using ErrorTelemetry.Processing.Truncation;
using ErrorTelemetry.Processing.Validation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Processing;

/// <summary>Turns a report into an event. Pure: no I/O, no clock. Start reading here: every step, in order, in one method.</summary>
internal sealed class ErrorPipeline(
    IOptions<ErrorTelemetryOptions> options,
    NoiseFilter noise,
    ReportRedactor redactor,
    IFingerprintStrategy fingerprints,
    ILogger<ErrorPipeline> logger)
{
    private readonly ErrorTelemetryOptions _options = options.Value;
    private readonly KnownErrors _known = new();

    /// <summary>Processes one report, which <see cref="ReportReader"/> or <see cref="Capture.ExceptionReports"/> has made. Never throws.</summary>
    public PipelineResult Process(ErrorReport raw, ReportSource source, DateTimeOffset receivedAt) => Process(raw, source, receivedAt, keepNoise: false);

    /// <summary>Processes a report as if no noise rule had matched it: what it would have been, for people who ask. Never throws.</summary>
    public PipelineResult ProcessNoise(ErrorReport raw, ReportSource source, DateTimeOffset receivedAt) => Process(raw, source, receivedAt, keepNoise: true);

    private PipelineResult Process(ErrorReport raw, ReportSource source, DateTimeOffset receivedAt, bool keepNoise)
    {
        try
        {
            var report = ReportNormalizer.Normalize(raw, source, receivedAt, _options);

            if (!keepNoise && noise.Match(report) is { } rule)
                return PipelineResult.Discarded(DiscardReasons.Noise, rule);

            var counts = new RedactionCounts();
            if (!TryRedact(ref report, counts))
                return PipelineResult.Discarded(DiscardReasons.RedactionFailed);

            // After redaction: half a token no longer matches its pattern.
            report = TextTruncator.Truncate(report);

            var error = _known.Of(report);
            var fingerprint = error.FingerprintOf(report, fingerprints);

            return new PipelineResult
            {
                Event = EventFactory.Create(report, error.Analysis, fingerprint, fingerprints.Version, counts),
                Frames = error.Analysis.Frames,
                Fingerprint = fingerprint,
            };
        }
        catch (Exception exception)
        {
            // One bad report must not take the host's request, or the reports behind it, down.
            Log.PipelineFailed(logger, exception.GetType().FullName);
            return PipelineResult.Discarded(DiscardReasons.PipelineFailed);
        }
    }

    private bool TryRedact(ref ErrorReport report, RedactionCounts counts)
    {
        try
        {
            if (redactor.IsSecret(report.EventId))
                return false;
            report = redactor.Redact(report, counts);
            return true;
        }
        catch (Exception exception)
        {
            // Only the type: its message may quote what it choked on.
            Log.RedactionFailed(logger, exception.GetType().FullName);
            return false;
        }
    }
}
