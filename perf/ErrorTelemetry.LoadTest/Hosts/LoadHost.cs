using Microsoft.AspNetCore.Http.HttpResults;

namespace ErrorTelemetry.Hosts;

/// <summary>One and the same small app, with and without telemetry.</summary>
internal static class LoadHost
{
    public static WebApplication Build(HostSettings settings, HostCounters counters)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        if (settings.Logging)
            builder.Logging.SetMinimumLevel(LogLevel.Warning).AddProvider(new QuietLoggerProvider());
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, LoadTestJson.Default));
        AddTelemetry(builder, settings);

        var app = builder.Build();
        app.Use(next => context =>
        {
            counters.Request();
            return HttpMethods.IsPost(context.Request.Method) ? TakeAsync(context, next, counters) : next(context);
        });
        var routes = app.MapGroup(string.Empty);
        UseTelemetry(app, routes, settings);
        routes.MapGet("/healthy", static () => "ok");
        routes.MapGet("/throw", string (HttpContext context) =>
        {
            // With handled errors captured, it is recorded all the same.
            if (settings.Kind is not HostKinds.OursAll)
                context.Response.OnCompleted(() => LookForCutOff(context, counters));
            return Checkout("order-1");
        });
        routes.MapGet("/status500", static StatusCodeHttpResult () => TypedResults.StatusCode(500));
        if (settings.Kind == HostKinds.Bare)
            routes.MapPost("/api/telemetry/error", static Accepted (ErrorReport report) => TypedResults.Accepted((string?)null));
        return app;
    }

    private static void AddTelemetry(WebApplicationBuilder builder, HostSettings settings)
    {
        if (settings.Kind is HostKinds.Sentry)
        {
            builder.WebHost.UseSentry(options =>
            {
                options.Dsn = $"http://key@{settings.SinkUrl!.Authority}/1";
                options.TracesSampleRate = 0;
            });
        }

        if (settings.Kind is not (HostKinds.Ours or HostKinds.OursAll))
            return;
        var telemetry = builder.Services.AddErrorTelemetry(options =>
        {
            options.Release = "1.4.2";
            options.Environment = "production";
        });
        telemetry.AddSqliteStore(options =>
        {
            options.DataSource = settings.Database!;
            options.MaxSizeMebibytes = settings.MaxSizeMebibytes;
        });
        telemetry.ConfigureAspNetCore(options => options.RateLimit.Enabled = false);
        builder.Services.Configure<ErrorStorageOptions>(options => options.MaxStoredEventsPerGroupPerHour = settings.MaxStoredPerGroupPerHour);
        if (settings.Kind is not HostKinds.OursAll)
            return;
        telemetry.ConfigureAspNetCore(options =>
        {
            options.CaptureHandled = true;
            options.ShouldCapture = static (_, _) => true;
        });
        builder.Services.Configure<ErrorProcessingOptions>(options => options.CaptureUnobservedTasks = true);
        builder.Services.AddSingleton<IErrorRedactor, CustomerNumberRedactor>();
    }

    private static void UseTelemetry(WebApplication app, RouteGroupBuilder routes, HostSettings settings)
    {
        if (settings.Kind is not (HostKinds.Ours or HostKinds.OursAll))
            return;
        app.UseErrorTelemetry();
        app.MapErrorTelemetry();
        if (settings.Kind is HostKinds.OursAll)
            routes.WithErrorTelemetry();
    }

    private static async Task TakeAsync(HttpContext context, RequestDelegate next, HostCounters counters)
    {
        await next(context);
        await LookForCutOff(context, counters);
    }

    /// <summary>Whatever these endpoints answer is not a 200; one whose client has hung up gives no answer, for which Kestrel may note a 499.</summary>
    private static Task LookForCutOff(HttpContext context, HostCounters counters)
    {
        if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status499ClientClosedRequest)
            counters.CutOff();
        return Task.CompletedTask;
    }

    private static string Checkout(string order) => Total(order).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static decimal Total(string order) => throw new InvalidOperationException($"The cart of {order} is empty.");
}
