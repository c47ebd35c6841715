using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using ErrorTelemetry.Capture;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry;

/// <summary>What a healthy request pays in the middleware and in the endpoint filter, without a server around them.</summary>
public class HttpBenchmarks
{
    private static readonly object Result = new();

    private readonly DefaultHttpContext _context = new();
    private RequestDelegate _bare = null!;
    private RequestDelegate _bareAsync = null!;
    private RequestDelegate _sync = null!;
    private RequestDelegate _async = null!;
    private readonly DefaultHttpContext _peerContext = new();
    private RequestDelegate _peer = null!;
    private EndpointFilterDelegate _filter = null!;
    private EndpointFilterInvocationContext _invocation = null!;

    [GlobalSetup]
    public void Setup()
    {
        // A server's request has an activity, whose trace id is the correlation id.
        new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
        var services = Services.With(new NoStore());
        _bare = static _ => Task.CompletedTask;
        _sync = Pipeline(services, _bare);
        _bareAsync = static async _ => await Task.Yield();
        _async = Pipeline(services, _bareAsync);
        _peer = Peer(_bare);
        _filter = ErrorTelemetryEndpointFilter.Create(HttpEdge.Of(services), static _ => new ValueTask<object?>(Result));
        _invocation = EndpointFilterInvocationContext.Create(_context);
    }

    [Benchmark(Baseline = true)]
    public Task Bare() => _bare(_context);

    [Benchmark]
    public Task Middleware() => _sync(_context);

    [Benchmark]
    public Task BareAsyncEndpoint() => _bareAsync(_context);

    [Benchmark]
    public Task MiddlewareAsyncEndpoint() => _async(_context);

    /// <summary>The peer's middleware, tracing off.</summary>
    [Benchmark]
    public Task PeerMiddleware() => _peer(_peerContext);

    [Benchmark]
    public ValueTask<object?> Filter() => _filter(_invocation);

    private static RequestDelegate Pipeline(IServiceProvider services, RequestDelegate endpoint)
    {
        var app = new ApplicationBuilder(services);
        app.UseErrorTelemetry();
        app.Run(endpoint);
        return app.Build();
    }

    private RequestDelegate Peer(RequestDelegate endpoint)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSentry(options =>
        {
            options.Dsn = "http://key@127.0.0.1:9/1";
            options.Transport = new NoTransport();
            options.TracesSampleRate = 0;
            options.AutoSessionTracking = false;
        });
        var services = builder.Build().Services;
        _peerContext.RequestServices = services.CreateScope().ServiceProvider;
        Action<IApplicationBuilder> configure = app => app.Run(endpoint);
        foreach (var filter in services.GetServices<IStartupFilter>().Where(static filter => filter.GetType().Namespace!.StartsWith("Sentry", StringComparison.Ordinal)))
            configure = filter.Configure(configure);
        var app = new ApplicationBuilder(services);
        configure(app);
        return app.Build();
    }
}
