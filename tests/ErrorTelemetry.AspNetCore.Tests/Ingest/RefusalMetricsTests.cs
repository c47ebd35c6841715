using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace ErrorTelemetry.Ingest;

public sealed class RefusalMetricsTests
{
    [Fact]
    public async Task EveryRefusal_CountsOnceWithItsReason()
    {
        await using var app = await IngestEndpointTests.StartAsync(("ErrorTelemetry:RateLimit:AddressBurst", "5"), ("ErrorTelemetry:RateLimit:AddressPerMinute", "1"), ("ErrorTelemetry:RateLimit:SessionBurst", "1"), ("ErrorTelemetry:RateLimit:SessionPerMinute", "1"));
        var counted = new ConcurrentQueue<string>();
        using var listener = Listen(app, counted);

        await app.PostAsync("{}", change: request => request.Headers.Add("Origin", "null"));
        await app.PostAsync("{}");
        await app.PostAsync("{}", "text/html");
        await app.PostAsync(new string(' ', ErrorLimits.BodyBytes + 1));
        await app.PostAsync(Some.Report());
        await app.PostAsync(Some.Report());
        await app.PostAsync(Some.Report());
        await app.GetAsync(TestApp.IngestPath);

        Assert.Equal(
            [DiscardReasons.Origin, DiscardReasons.Invalid, DiscardReasons.ContentType, DiscardReasons.TooLarge, DiscardReasons.RateLimited, DiscardReasons.RateLimited],
            counted);
    }

    [Fact]
    public async Task ServerErrorThatNobodyTakes_CountsAndLeavesTheAnswerAlone()
    {
        await using var app = await TestApp.StartAsync(
            static app => app.MapGet("/break", string () => throw new InvalidOperationException("broken")),
            static builder => builder.Services.AddSingleton<IErrorReporter>(static _ => throw new InvalidOperationException("no reporter")));
        var counted = new ConcurrentQueue<string>();
        using var listener = Listen(app, counted);

        using var response = await app.GetAsync("/break");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal([DiscardReasons.PipelineFailed], counted);
    }

    private static MeterListener Listen(TestApp app, ConcurrentQueue<string> reasons)
    {
        var factory = app.Services.GetRequiredService<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                // Other tests run at the same time, each with a factory of its own.
                if (instrument.Name == "errortelemetry.discarded" && ReferenceEquals(instrument.Meter.Scope, factory))
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (tag.Key == "reason")
                    reasons.Enqueue((string)tag.Value!);
            }
        });
        listener.Start();
        return listener;
    }
}
