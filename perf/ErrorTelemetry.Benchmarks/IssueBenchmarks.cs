using BenchmarkDotNet.Attributes;
using ErrorTelemetry.Classifying;
using ErrorTelemetry.Issues;
using ErrorTelemetry.Processing;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry;

/// <summary>A group on its way to an issue.</summary>
public class IssueBenchmarks
{
    private readonly ErrorClassifier _classifier = new();
    private ErrorEvent _event = null!;
    private IssueContent _content = null!;

    [GlobalSetup]
    public void Setup()
    {
        _event = Services.With(new NoStore()).GetRequiredService<ErrorPipeline>().Process(Sample.Browser, ReportSource.Client, Sample.Now).Event!;
        _content = new IssueContent(_event.ToGroup(), [_event], _classifier.Classify(_event));
    }

    [Benchmark]
    public Classification Classify() => _classifier.Classify(_event);

    [Benchmark]
    public object RenderIssue() => IssueRenderer.Render(_content);
}
