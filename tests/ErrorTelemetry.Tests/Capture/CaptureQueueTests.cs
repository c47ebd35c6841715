using System.Diagnostics.Metrics;
using ErrorTelemetry.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace ErrorTelemetry.Capture;

/// <summary>What happens to errors that come faster than they can be worked on.</summary>
public sealed class CaptureQueueTests : IDisposable
{
    private const int Capacity = 3;

    private readonly Gate _gate = new();
    private readonly FakeTimeProvider _time = new();
    private readonly IHost _host;
    private readonly FakeStore _store;
    private readonly MetricCollector<long> _discarded;

    public CaptureQueueTests()
    {
        (_host, _store) = TestHost.Create(builder =>
        {
            builder.Set("ErrorTelemetry:Processing:CaptureQueueCapacity", "3");
            builder.Services.AddSingleton<IErrorRedactor>(_gate);
            builder.Services.AddSingleton<TimeProvider>(_time);
        });
        _discarded = new MetricCollector<long>(_host.Services.GetRequiredService<IMeterFactory>(), "ErrorTelemetry", "errortelemetry.discarded");
    }

    private IErrorReporter Reporter => _host.Services.GetRequiredService<IErrorReporter>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _gate.Open.Set();
        _host.Dispose();
        _discarded.Dispose();
        _gate.Dispose();
    }

    [Fact]
    public async Task Report_QueueFull_ReturnsAtOnceAndCountsWhatItDrops()
    {
        await HoldWorkerAsync();

        // None of these can wait for anybody: the only one who takes from the queue is held.
        var ids = Enumerable.Range(0, 100).Select(number => Reporter.Report(new InvalidOperationException($"error {number}"))).ToList();

        Assert.Equal(Capacity, ids.Count(static id => !id.IsNone));
        Assert.Equal(100 - Capacity, Discarded(DiscardReasons.QueueFull));

        _gate.Open.Set();
        await Reporter.FlushAsync(TimeSpan.FromMinutes(1), Cancel);
        Assert.Equal(1 + Capacity, _store.Events.Count());
        Assert.False(Reporter.Report(new InvalidOperationException("room again")).IsNone);
    }

    [Fact]
    public async Task Dispose_WorkerHeld_CountsWhatIsLeftAndWhatComesLater()
    {
        await HoldWorkerAsync();
        for (var i = 0; i < Capacity; i++)
            Reporter.Report(new InvalidOperationException($"left {i}"));
        var reporter = Reporter;

        var capture = _host.Services.GetRequiredService<ErrorCapture>();
        var disposing = capture.DisposeAsync();
        reporter.Report(new InvalidOperationException("too late"));
        Assert.Equal(1, Discarded(DiscardReasons.Stopped));

        _time.Advance(TimeSpan.FromSeconds(10));
        await disposing;
        Assert.Equal(1 + Capacity, Discarded(DiscardReasons.Stopped));
        Assert.Equal(0, Discarded(DiscardReasons.QueueFull));
    }

    private async Task HoldWorkerAsync()
    {
        Reporter.Report(new InvalidOperationException("held"));
        await _gate.Entered.Task.WaitAsync(Cancel);
    }

    private long Discarded(string reason) => _discarded.GetMeasurementSnapshot().Where(one => Equals(one.Tags["reason"], reason)).Sum(static one => one.Value);

    /// <summary>Holds whoever redacts until it is opened.</summary>
    private sealed class Gate : IErrorRedactor, IDisposable
    {
        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ManualResetEventSlim Open { get; } = new();

        public string Redact(string text, RedactionCounts counts)
        {
            Entered.TrySetResult();
            Open.Wait();
            return text;
        }

        public void Dispose() => Open.Dispose();
    }
}
