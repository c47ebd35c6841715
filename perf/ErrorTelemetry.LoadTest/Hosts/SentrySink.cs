namespace ErrorTelemetry.Hosts;

/// <summary>Takes whatever the peer sends and answers as its service would. Each request is one envelope.</summary>
internal static class SentrySink
{
    public static WebApplication Build(HostCounters counters)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(async context =>
        {
            await context.Request.BodyReader.CopyToAsync(Stream.Null);
            counters.Request();
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{}");
        });
        return app;
    }
}
