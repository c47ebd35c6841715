using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry;

/// <summary>What the thread that threw pays. The text work of the worker is not in it; the peer's is, except for what it drops.</summary>
[InvocationCount(Reports, 1)]
public class CaptureBenchmarks
{
    /// <summary>Fewer than the queue holds.</summary>
    private const int Reports = 8_192;

    private readonly GateRedactor _gate = new();
    private IErrorReporter _reporter = null!;
    private SentryClient _peer = null!;

    [GlobalSetup]
    public void Setup()
    {
        var services = Services.With(new NoStore(), more => more.AddSingleton<IErrorRedactor>(_gate));
        _reporter = services.GetRequiredService<IErrorReporter>();
        _peer = new SentryClient(new SentryOptions { Dsn = "http://key@127.0.0.1:9/1", Transport = new NoTransport(), AutoSessionTracking = false });
    }

    [IterationSetup]
    public void Hold()
    {
        _gate.Close();
        _reporter.Report(new InvalidOperationException());
    }

    [IterationCleanup]
    public void Drain()
    {
        _gate.Open();
        _reporter.FlushAsync(TimeSpan.FromMinutes(1)).GetAwaiter().GetResult();
    }

    [Benchmark(Baseline = true)]
    public Exception NewException() => new InvalidOperationException("The cart is empty.");

    [Benchmark]
    public ReportId Report() => _reporter.Report(new InvalidOperationException("The cart is empty."));

    [Benchmark]
    public SentryId Peer() => _peer.CaptureEvent(new SentryEvent(new InvalidOperationException("The cart is empty.")));
}
