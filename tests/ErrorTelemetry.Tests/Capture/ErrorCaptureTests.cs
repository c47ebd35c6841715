using System.Diagnostics;
using ErrorTelemetry.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ErrorTelemetry.Capture;

public sealed class ErrorCaptureTests : IAsyncLifetime
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(30);

    private readonly IHost _host;
    private readonly FakeStore _store;

    public ErrorCaptureTests() => (_host, _store) = TestHost.Create();

    private IErrorReporter Reporter => _host.Services.GetRequiredService<IErrorReporter>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _host.StartAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(Cancel);
        _host.Dispose();
    }

    [Fact]
    public async Task Report_Exception_IsStoredWithItsCausesAndIds()
    {
        var exception = Thrown(() => throw new InvalidOperationException("outer", new TimeoutException("inner")));

        var id = Reporter.Report(exception, new ErrorContext { Route = "/orders/{id}", CorrelationId = "correlation-9" });
        await Reporter.FlushAsync(Enough, Cancel);

        var stored = Assert.Single(_store.Events);
        Assert.Equal(id.EventId, stored.EventId);
        Assert.Equal("correlation-9", id.CorrelationId);
        Assert.Equal("correlation-9", stored.CorrelationId);
        Assert.Equal("System.InvalidOperationException", stored.Type);
        Assert.Equal("outer", stored.Message);
        Assert.Equal("/orders/{id}", stored.Route);
        Assert.Equal(ErrorMechanisms.Manual, stored.Mechanism);
        Assert.True(stored.Handled);
        Assert.Equal("1.0.0", stored.Release);
        Assert.Equal("testing", stored.Environment);
        Assert.Contains(nameof(ErrorCaptureTests), stored.Stack, StringComparison.Ordinal);
        Assert.Equal(("System.TimeoutException", "inner"), (stored.Causes[0].Type, stored.Causes[0].Message));
    }

    [Fact]
    public async Task Report_SameInstanceInOneScope_IsStoredOnceAndGivesTheSameIds()
    {
        var exception = new InvalidOperationException("once");
        var scope = new object();

        var first = Reporter.Report(exception, new ErrorContext { Scope = scope });
        var wrapped = Reporter.Report(new TargetException(exception), new ErrorContext { Scope = scope });
        var unknown = Reporter.Report(exception);
        await Reporter.FlushAsync(Enough, Cancel);

        Assert.Single(_store.Events);
        Assert.Equal(first, wrapped);
        Assert.Equal(first, unknown);
    }

    [Fact]
    public async Task Report_SameInstanceInAnotherScope_CountsAgain()
    {
        var exception = new InvalidOperationException("static");
        object one = new(), other = new();

        Reporter.Report(exception, new ErrorContext { Scope = one });
        Reporter.Report(exception, new ErrorContext { Scope = other });
        Reporter.Report(exception, new ErrorContext { Scope = one });
        await Reporter.FlushAsync(Enough, Cancel);

        Assert.Equal(2, _store.Events.Count());
    }

    [Fact]
    public async Task Report_WithoutScope_IsOncePerTrace()
    {
        var exception = new InvalidOperationException("cached");
        var scope = new object();

        using (new Activity("first").SetIdFormat(ActivityIdFormat.W3C).Start())
        {
            Reporter.Report(exception);
            Reporter.Report(exception, new ErrorContext { Scope = scope });
        }

        using (new Activity("second").SetIdFormat(ActivityIdFormat.W3C).Start())
            Reporter.Report(exception, new ErrorContext { Scope = new object() });
        await Reporter.FlushAsync(Enough, Cancel);

        Assert.Equal(2, _store.Events.Count());
    }

    [Fact]
    public async Task Report_ContextChangedAfterwards_IsTakenAsItWas()
    {
        var context = new ErrorContext { Route = "/before" };
        context.Tags["k"] = "before";

        Reporter.Report(new InvalidOperationException("one"), context);
        (context.Route, context.Tags["k"]) = ("/after", "after");
        await Reporter.FlushAsync(Enough, Cancel);

        var stored = Assert.Single(_store.Events);
        Assert.Equal(("/before", "before"), (stored.Route, stored.Tags["k"]));
    }

    [Fact]
    public async Task Report_Aggregate_IsReportedAsItsLeavesNotYetSeen()
    {
        var seen = new InvalidOperationException("seen");
        Reporter.Report(seen);

        Reporter.Report(new AggregateException(seen, new AggregateException(new TimeoutException("a")), new FormatException("b")));
        await Reporter.FlushAsync(Enough, Cancel);

        Assert.Equal(["a", "b", "seen"], _store.Events.Select(one => one.Message).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Report_FromManyThreadsAtOnce_IsStoredOnce()
    {
        var exception = new InvalidOperationException("race");
        var scope = new object();

        await Parallel.ForAsync(0, 64, Cancel, (_, _) =>
        {
            Reporter.Report(exception, new ErrorContext { Scope = scope });
            return ValueTask.CompletedTask;
        });
        await Reporter.FlushAsync(Enough, Cancel);

        Assert.Single(_store.Events);
    }

    [Fact]
    public async Task Report_HostileException_NeverThrows()
    {
        var id = Reporter.Report(new HostileException());
        await Reporter.FlushAsync(Enough, Cancel);

        Assert.False(id.IsNone);
        Assert.EndsWith(nameof(HostileException), Assert.Single(_store.Events).Type, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_Null_IsNone() => Assert.True(Reporter.Report(null!).IsNone);

    [Fact]
    public async Task Report_InsideAnActivity_TakesItsTraceId()
    {
        using var activity = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();

        var id = Reporter.Report(new InvalidOperationException("traced"));
        await Reporter.FlushAsync(Enough, Cancel);

        Assert.Equal(activity.TraceId.ToHexString(), id.CorrelationId);
    }

    [Fact]
    public async Task ReportStatus_IsAnEventOfItsOwnKind()
    {
        var capture = _host.Services.GetRequiredService<ErrorCapture>();

        capture.ReportStatus("GET", "/orders/{id}", 503, new ErrorContext { Mechanism = ErrorMechanisms.StatusCode });
        await Reporter.FlushAsync(Enough, Cancel);

        var stored = Assert.Single(_store.Events);
        Assert.Equal(("HTTP 503", "GET /orders/{id} answered 503"), (stored.Type, stored.Message));
        Assert.Equal(ErrorMechanisms.StatusCode, stored.Mechanism);
        Assert.False(stored.Handled);
        Assert.Equal("503", stored.Tags["http.response.status_code"]);
    }

    private static Exception Thrown(Action action) => Record.Exception(action)!;

    private sealed class TargetException(Exception inner) : Exception("wrapped", inner);

    private sealed class HostileException : Exception
    {
        public override string Message => throw new InvalidOperationException("no message for you");

        public override string? StackTrace => throw new InvalidOperationException("no stack for you");
    }
}
