using System.Diagnostics;
using ErrorTelemetry.Correlation;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace ErrorTelemetry;

/// <summary>A healthy request pays for its response header and nothing else.</summary>
public sealed class AllocationTests
{
    private const int Rounds = 2_000;

    private static readonly string[] Ids = [.. Enumerable.Range(0, 64).Select(static page => $"4be1f3a29c0d{page:x4}")];

    /// <summary>Without optimisation the compiler makes the state of an asynchronous method an object even where nothing waits.</summary>
#if DEBUG
    private const int StateOfDebugBuilds = 80;
#else
    private const int StateOfDebugBuilds = 0;
#endif

    [Fact]
    public void Middleware_SynchronousEndpoint_AllocatesNothingBeyondTheHeader()
    {
        RequestDelegate endpoint = static _ => Task.CompletedTask;

        Assert.InRange(Measure(Build(endpoint), Bare(endpoint)), 0, StateOfDebugBuilds);
    }

    [Fact]
    public void Filter_SynchronousEndpoint_AllocatesNothing()
    {
        EndpointFilterDelegate endpoint = static _ => ValueTask.FromResult<object?>(null);
        using var services = Services();
        var filtered = Capture.ErrorTelemetryEndpointFilter.Create(HttpEdge.Of(services), endpoint);

        Assert.Equal(0, Measure(context => Call(filtered, context), context => Call(endpoint, context)));

        static Task Call(EndpointFilterDelegate filter, HttpContext context) =>
            filter(context.Features.Get<EndpointFilterInvocationContext>()!).AsTask();
    }

    [Fact]
    public void Middleware_AsynchronousEndpoint_AllocatesAtMost128BytesMore()
    {
        // A task that completes when the driver says so: both pipelines wait on the same one.
        var gate = new Gate();
        RequestDelegate endpoint = _ => gate.Task;

        var extra = Measure(Build(endpoint), Bare(endpoint), gate);

        Assert.InRange(extra, 0, 128 + StateOfDebugBuilds);
    }

    [Fact]
    public void Filter_AsynchronousEndpoint_AllocatesAtMost128BytesMore()
    {
        var gate = new Gate();
        EndpointFilterDelegate endpoint = async _ =>
        {
            await gate.Task.ConfigureAwait(false);
            return null;
        };
        using var services = Services();
        var filtered = Capture.ErrorTelemetryEndpointFilter.Create(HttpEdge.Of(services), endpoint);

        var extra = Measure(context => Call(filtered, context), context => Call(endpoint, context), gate);

        Assert.InRange(extra, 0, 128 + (2 * StateOfDebugBuilds));

        static Task Call(EndpointFilterDelegate filter, HttpContext context) =>
            filter(context.Features.Get<EndpointFilterInvocationContext>()!).AsTask();
    }

    [Fact]
    public void Middleware_CorrelationIdOfTheClient_AllocatesAtMost160BytesToCarryIt()
    {
        // It is not the trace id, so it is kept with the request, flows along, and is a scope of the host's log.
        RequestDelegate endpoint = static _ => Task.CompletedTask;

        var extra = Measure(Build(endpoint, static logging => logging.AddProvider(new Listening())), Bare(endpoint), changingId: true);

        Assert.InRange(extra, 0, 160 + (2 * StateOfDebugBuilds));
    }

    [Fact]
    public void Middleware_WithoutAnActivity_AllocatesAtMost256BytesForAnIdOfItsOwn()
    {
        // Nothing listens to activities, so there is no trace id: one is made, kept with the request, and flows along.
        RequestDelegate endpoint = static _ => Task.CompletedTask;

        var extra = Measure(Build(endpoint), Bare(endpoint), changingId: true, hasActivity: false);

        Assert.InRange(extra, 0, 256 + (2 * StateOfDebugBuilds));
    }

    [Fact]
    public void Middleware_EndpointThrowsAtOnce_IsPassedWithoutASecondThrow()
    {
        // A task would have to be awaited, and throw once more.
        var pipeline = Build(static _ => throw new InvalidOperationException("at once"));

        Assert.Throws<InvalidOperationException>(() => { _ = pipeline(new DefaultHttpContext()); });
    }

    private static RequestDelegate Bare(RequestDelegate endpoint) => endpoint;

    private static RequestDelegate Build(RequestDelegate endpoint, Action<ILoggingBuilder>? log = null)
    {
        var app = new ApplicationBuilder(Services(log));
        app.UseErrorTelemetry();
        app.Run(endpoint);
        return app.Build();
    }

    private static ServiceProvider Services(Action<ILoggingBuilder>? log = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => (log ?? (static none => none.ClearProviders()))(logging));
        services.AddErrorTelemetry();
        return services.BuildServiceProvider();
    }

    /// <summary>Bytes per request that the first pipeline allocates more than the second.</summary>
    private static double Measure(RequestDelegate with, RequestDelegate without, Gate? gate = null, bool changingId = false, bool hasActivity = true)
    {
        using var activity = hasActivity ? new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start() : null;
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpResponseFeature>(new NeverStarting());
        context.Features.Set<EndpointFilterInvocationContext>(new DefaultEndpointFilterInvocationContext(context));
        // The first rounds compile, and grow what is kept.
        Run(with);
        Run(without);
        return Math.Round((Run(with) - Run(without)) / (double)Rounds, 1);

        long Run(RequestDelegate pipeline)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Rounds; i++)
            {
                gate?.Close();
                if (changingId)
                    ComeFrom(context, hasActivity ? Ids[i % Ids.Length] : default);
                var task = pipeline(context);
                gate?.Open();
                Assert.True(task.IsCompletedSuccessfully);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    /// <summary>The next request, with an id of its client or without.</summary>
    private static void ComeFrom(HttpContext context, StringValues id)
    {
        context.Features.Set<CorrelationFeature>(null);
        context.Request.Headers["x-correlation-id"] = id;
    }

    private sealed class Gate
    {
        private TaskCompletionSource _source = new();

        public Task Task => _source.Task;

        public void Close() => _source = new TaskCompletionSource();

        public void Open() => _source.SetResult();
    }

    /// <summary>A response that takes callbacks and headers as a server does, without allocating for them.</summary>
    private sealed class NeverStarting : IHttpResponseFeature
    {
        public int StatusCode { get; set; } = 200;

        public string? ReasonPhrase { get; set; }

        public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

        public Stream Body { get; set; } = Stream.Null;

        public bool HasStarted => false;

        public void OnStarting(Func<object, Task> callback, object state) => callback(state);

        public void OnCompleted(Func<object, Task> callback, object state)
        {
        }
    }

    /// <summary>A logger that somebody reads.</summary>
    private sealed class Listening : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
        }

        public void Dispose()
        {
        }
    }
}
