using System.Runtime.CompilerServices;
using ErrorTelemetry.Capture;
using ErrorTelemetry.Configuration;
using ErrorTelemetry.Correlation;
using ErrorTelemetry.Ingest;
using ErrorTelemetry.Metrics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry;

/// <summary>
/// What the parts of the HTTP edge share within one host. It is made when the first of them is added to the app, from the app's own services,
/// because <c>AddErrorTelemetry()</c> also serves hosts without ASP.NET Core and cannot register it.
/// </summary>
internal sealed class HttpEdge
{
    private static readonly ConditionalWeakTable<TelemetryMetrics, HttpEdge> Edges = [];

    private readonly IServiceProvider _services;

    private HttpEdge(IServiceProvider services, TelemetryMetrics metrics)
    {
        _services = services;
        Metrics = metrics;
        Telemetry = services.GetRequiredService<IOptions<ErrorTelemetryOptions>>().Value;
        Options = AspNetCoreOptionsReader.Read(
            services.GetRequiredService<IOptions<ErrorTelemetryAspNetCoreOptions>>().Value,
            services.GetService<IConfiguration>());
        Limiter = new ClientRateLimiter(Options.RateLimit, services.GetRequiredService<TimeProvider>());
        Logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("ErrorTelemetry.AspNetCore");
        // The test host gives up on a response whose pipeline threw, without completing it.
        CompletesAfterThrow = services.GetService<IServer>()?.GetType().Namespace?.StartsWith("Microsoft.AspNetCore.TestHost", StringComparison.Ordinal) != true;
    }

    public ErrorTelemetryOptions Telemetry { get; }

    public ErrorTelemetryAspNetCoreOptions Options { get; }

    public TelemetryMetrics Metrics { get; }

    public ClientRateLimiter Limiter { get; }

    public ILogger Logger { get; }

    /// <summary>Whether anybody listens to the host's log, so that a scope is worth its cost.</summary>
    public bool Logs => Logger.IsEnabled(LogLevel.Critical);

    /// <summary>Whether <c>Response.OnCompleted</c> is called also when an exception left the pipeline.</summary>
    public bool CompletesAfterThrow { get; }

    public bool CapturesServerErrors => Telemetry is { Enabled: true, ServerErrors: true };

    // Late: with them comes the store, and adding a middleware must not open a database.
    public ErrorCapture Capture => field ??= _services.GetRequiredService<ErrorCapture>();

    public IErrorReporter Reporter => field ??= _services.GetRequiredService<IErrorReporter>();

    public ClaimedExceptions Claims => field ??= _services.GetRequiredService<ClaimedExceptions>();

    public ErrorIngestor Ingestor => field ??= _services.GetRequiredService<ErrorIngestor>();

    public IDisposable? BeginScope(string correlationId) => Logger.BeginScope(new CorrelationScope(correlationId));

    /// <summary>The one of this host. Two providers of one host (the root and its root scope) give the same.</summary>
    /// <exception cref="InvalidOperationException"><c>AddErrorTelemetry()</c> was not called.</exception>
    /// <exception cref="OptionsValidationException">An option is out of its bounds.</exception>
    public static HttpEdge Of(IServiceProvider services)
    {
        var metrics = services.GetService<TelemetryMetrics>()
            ?? throw new InvalidOperationException("ErrorTelemetry is not registered. Call builder.Services.AddErrorTelemetry() first.");
        return Edges.GetValue(metrics, key => new HttpEdge(services, key));
    }
}
