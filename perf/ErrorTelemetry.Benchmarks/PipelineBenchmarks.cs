using BenchmarkDotNet.Attributes;
using ErrorTelemetry.Processing;
using ErrorTelemetry.Processing.Fingerprinting;
using ErrorTelemetry.Processing.Noise;
using ErrorTelemetry.Processing.Redaction;
using ErrorTelemetry.Processing.Truncation;
using ErrorTelemetry.Processing.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry;

/// <summary>Each step of the pipeline on a browser's report of 2 KiB and on a .NET exception.</summary>
public class PipelineBenchmarks
{
    private const int MoreThanAreRemembered = 2_048;

    private readonly ErrorTelemetryOptions _options = new();
    private ErrorPipeline _pipeline = null!;
    private NoiseFilter _noise = null!;
    private ReportRedactor _redactor = null!;
    private IFingerprintStrategy _fingerprints = null!;
    private ReportSource _source;
    private ErrorReport _raw = null!;
    private ErrorReport _normal = null!;
    private ErrorReport _clean = null!;
    private ErrorAnalysis _analysis = null!;
    private FingerprintInput _input = null!;
    private ErrorReport[] _different = null!;
    private int _next;

    [Params("browser", "managed")]
    public string Report { get; set; } = "browser";

    [GlobalSetup]
    public void Setup()
    {
        var services = Services.With(new NoStore());
        _pipeline = services.GetRequiredService<ErrorPipeline>();
        _noise = services.GetRequiredService<NoiseFilter>();
        _redactor = services.GetRequiredService<ReportRedactor>();
        _fingerprints = services.GetRequiredService<IFingerprintStrategy>();
        (_raw, _source) = Report == "browser" ? (Sample.Browser, ReportSource.Client) : (Sample.Managed, ReportSource.Server);
        _normal = Normalize();
        _clean = Redact();
        _analysis = Analyze();
        _input = FingerprintInput.From(_analysis, _clean);
        _different = [.. Enumerable.Range(0, MoreThanAreRemembered).Select(i => Sample.Different(_raw, i))];
    }

    [Benchmark]
    public object ReadJson() => ReportReader.Read(Sample.BrowserJson);

    [Benchmark]
    public ErrorReport Normalize() => ReportNormalizer.Normalize(_raw, _source, Sample.Now, _options);

    [Benchmark]
    public string? Noise() => _noise.Match(_normal);

    [Benchmark]
    public ErrorReport Redact() => _redactor.Redact(_normal, new RedactionCounts());

    [Benchmark]
    public ErrorReport Truncate() => TextTruncator.Truncate(_clean);

    [Benchmark]
    public object AnalyzeStack() => Analyze();

    [Benchmark]
    public object Fingerprint() => _fingerprints.Compute(_input);

    /// <summary>An error like one just before.</summary>
    [Benchmark]
    public object WholePipeline() => _pipeline.Process(_raw, _source, Sample.Now);

    /// <summary>An error of which no text is remembered.</summary>
    [Benchmark]
    public object WholePipelineNewError() => _pipeline.Process(_different[_next++ % MoreThanAreRemembered], _source, Sample.Now);

    private ErrorAnalysis Analyze() => ErrorAnalyzer.Analyze(_clean);
}
