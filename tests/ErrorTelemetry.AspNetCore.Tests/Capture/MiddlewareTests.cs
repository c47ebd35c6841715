using System.Text.RegularExpressions;

namespace ErrorTelemetry.Capture;

public sealed partial class MiddlewareTests
{
    [Fact]
    public async Task Throw_MinimalApi_IsOneEventThatKnowsItsRequest()
    {
        await using var app = await TestApp.StartAsync(app => app.MapGet("/orders/{id}", string (string id) => throw new InvalidOperationException("no order " + id)));

        using var request = new HttpRequestMessage(HttpMethod.Get, "/orders/7?token=sesame");
        request.Headers.UserAgent.ParseAdd("test/1");
        var response = await app.SendAsync(request);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var stored = await app.SingleEventAsync();
        Assert.Equal(ErrorMechanisms.Middleware, stored.Mechanism);
        Assert.Equal("System.InvalidOperationException", stored.Type);
        Assert.Equal("/orders/{id}", stored.Route);
        Assert.Contains("/orders/7", stored.Url);
        Assert.DoesNotContain("sesame", stored.Url);
        Assert.Equal("test/1", stored.UserAgent);
        Assert.False(stored.Handled);
        Assert.Equal("GET", stored.Tags["http.request.method"]);
        Assert.Equal("500", stored.Tags["http.response.status_code"]);
    }

    public static TheoryData<string, bool, string> Handlers => new()
    {
        { ExceptionHandlers.None, true, ErrorMechanisms.Middleware },
        { ExceptionHandlers.Path, true, ErrorMechanisms.ExceptionHandler },
        { ExceptionHandlers.Path, false, ErrorMechanisms.Middleware },
        { ExceptionHandlers.Lambda, true, ErrorMechanisms.ExceptionHandler },
        { ExceptionHandlers.Lambda, false, ErrorMechanisms.Middleware },
        { ExceptionHandlers.Service, true, ErrorMechanisms.ExceptionHandler },
        { ExceptionHandlers.Service, false, ErrorMechanisms.Middleware },
        { ExceptionHandlers.ProblemDetails, true, ErrorMechanisms.ExceptionHandler },
        { ExceptionHandlers.ProblemDetails, false, ErrorMechanisms.Middleware },
        { ExceptionHandlers.DeveloperPage, false, ErrorMechanisms.Middleware },
        // The developer page keeps the exception to itself, so from outside it is a 5xx like any other.
        { ExceptionHandlers.DeveloperPage, true, ErrorMechanisms.StatusCode },
    };

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task Throw_WhateverTheHostAnswers_IsOneEventAndTheAnswerStays(string handler, bool telemetryFirst, string mechanism)
    {
        await using var bare = await StartAsync(handler, telemetryFirst: null);
        await using var app = await StartAsync(handler, telemetryFirst);

        var expected = await bare.GetAsync("/orders/7");
        var response = await app.GetAsync("/orders/7");

        Assert.Equal(expected.StatusCode, response.StatusCode);
        Assert.Equal(await TextAsync(expected), await TextAsync(response));
        Assert.Equal(HeaderNames(expected), HeaderNames(response).Where(name => name != "x-correlation-id"));
        var stored = await app.SingleEventAsync();
        Assert.Equal(mechanism, stored.Mechanism);
        Assert.Equal("/orders/{id}", stored.Route);
        Assert.EndsWith("/orders/7", stored.Url);
        if (handler != ExceptionHandlers.None)
            Assert.Equal(stored.CorrelationId, Assert.Single(response.Headers.GetValues("x-correlation-id")));
    }

    [Theory]
    [InlineData("/mvc/Breaking/throw/7", "/mvc/Breaking/throw/{id}", "the action is broken 7")]
    [InlineData("/Conventional/Broken/7", "/Conventional/Broken/{id?}", "the conventional action is broken 7")]
    [InlineData("/pages/broken/7", "/pages/broken/{id?}", "the page is broken")]
    [InlineData("/api/v1/things/7", "/api/v1/things/{id}", "the group is broken")]
    [InlineData("/nowhere/7", null, "no endpoint")]
    public async Task Throw_InEveryKindOfEndpoint_IsOneEventWithItsRoute(string path, string? route, string message)
    {
        await using var app = await TestApp.StartAsync(
            app =>
            {
                app.Use((context, next) => context.Request.Path.StartsWithSegments("/nowhere") ? throw new InvalidOperationException("no endpoint") : next(context));
                app.MapControllers();
                app.MapControllerRoute("default", "{controller=Home}/{action=Index}/{id?}");
                app.MapRazorPages();
                app.MapGroup("/api").MapGroup("/v1").MapGet("/things/{id}", async Task<string> (string id) =>
                {
                    await Task.Yield();
                    throw new InvalidOperationException("the group is broken");
                });
            },
            builder =>
            {
                builder.Services.AddControllersWithViews();
                builder.Services.AddRazorPages();
            });

        var response = await app.GetAsync(path);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var stored = await app.SingleEventAsync();
        Assert.Equal(message, stored.Message);
        Assert.Equal(route, stored.Route);
        Assert.Equal(ErrorMechanisms.Middleware, stored.Mechanism);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Throw_AfterTheResponseHasStarted_IsOneEvent(bool telemetryFirst)
    {
        await using var app = await StartAsync(ExceptionHandlers.Path, telemetryFirst);

        Assert.Equal("200 broken", await app.GetBrokenAsync("/stream"));

        var stored = await app.SingleEventAsync();
        Assert.Equal(ErrorMechanisms.Middleware, stored.Mechanism);
        Assert.Equal("/stream", stored.Route);
        Assert.Equal("the stream is broken", stored.Message);
        Assert.False(stored.Handled);
    }

    [Fact]
    public async Task Throw_InTheErrorPageItself_LeavesNeitherErrorOut()
    {
        await using var app = await TestApp.StartBareAsync(app =>
        {
            app.UseExceptionHandler("/failing-page");
            app.UseErrorTelemetry();
            app.MapGet("/orders/{id}", string (string id) => throw new InvalidOperationException("first"));
            app.MapGet("/failing-page", string () => throw new InvalidOperationException("second"));
        });

        var response = await app.GetAsync("/orders/7");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(["first", "second"], (await app.EventsAsync()).Select(stored => stored.Message).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Throw_SameInstanceInTwoRequests_IsTwoEvents()
    {
        var failure = new InvalidOperationException("always the same");
        await using var app = await TestApp.StartAsync(app => app.MapGet("/same", string () => throw failure));

        await app.GetAsync("/same");
        await app.GetAsync("/same");

        Assert.Equal(2, (await app.EventsAsync()).Count);
    }

    [Fact]
    public async Task Throw_ReportedByTheAppBefore_IsOneEvent()
    {
        await using var app = await TestApp.StartAsync(app => app.MapGet("/reported", string (IErrorReporter reporter) =>
        {
            try
            {
                throw new InvalidOperationException("reported by hand");
            }
            catch (InvalidOperationException exception)
            {
                reporter.Report(exception);
                throw new TimeoutException("wrapped", exception);
            }
        }));

        var response = await app.GetAsync("/reported");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(ErrorMechanisms.Manual, (await app.SingleEventAsync()).Mechanism);
    }

    [Fact]
    public async Task Throw_ManyAtOnce_IsOneEventEach()
    {
        await using var app = await TestApp.StartAsync(app => app.MapGet("/orders/{id}", string (string id) => throw new InvalidOperationException("no order")));

        var ids = Enumerable.Range(0, 100).Select(_ => Some.CorrelationId()).ToArray();
        await Task.WhenAll(ids.Select(async id =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/orders/7");
            request.Headers.Add("x-correlation-id", id);
            await app.SendAsync(request);
        }));

        Assert.Equal(ids.Order(StringComparer.Ordinal), (await app.EventsAsync()).Select(stored => stored.CorrelationId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Throw_WithoutMiddleware_IsSeenByTheServersLog()
    {
        await using var app = await TestApp.StartBareAsync(app => app.MapGet("/broken", string () => throw new InvalidOperationException("nobody looks")));

        await app.GetAsync("/broken");

        Assert.Equal(ErrorMechanisms.Unhandled, (await app.SingleEventAsync()).Mechanism);
    }

    [Fact]
    public async Task Throw_WithoutMiddlewareAndSwitchedOff_IsNoEvent()
    {
        await using var app = await TestApp.StartBareAsync(
            app => app.MapGet("/broken", string () => throw new InvalidOperationException("nobody looks")),
            builder => builder.Set(("ErrorTelemetry:ServerErrors", "false")));

        await app.GetAsync("/broken");

        Assert.Empty(await app.EventsAsync());
    }

    [Theory]
    [InlineData("ErrorTelemetry:Enabled")]
    [InlineData("ErrorTelemetry:ServerErrors")]
    public async Task Throw_SwitchedOff_IsNoEventButHasItsCorrelationId(string setting)
    {
        await using var app = await TestApp.StartBareAsync(
            app =>
            {
                app.UseErrorTelemetry();
                app.UseExceptionHandler(error => error.Run(_ => Task.CompletedTask));
                app.MapGet("/broken", string () => throw new InvalidOperationException("off")).WithErrorTelemetry();
            },
            builder => builder.Set((setting, "false")));

        var response = await app.GetAsync("/broken");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.True(response.Headers.Contains("x-correlation-id"));
        Assert.Empty(await app.EventsAsync());
    }

    private static Task<TestApp> StartAsync(string handler, bool? telemetryFirst) => TestApp.StartBareAsync(
        app =>
        {
            if (telemetryFirst == true)
                app.UseErrorTelemetry();
            ExceptionHandlers.Use(handler, app);
            if (telemetryFirst == false)
                app.UseErrorTelemetry();
            app.MapGet("/orders/{id}", async Task<string> (string id) =>
            {
                await Task.Yield();
                throw new InvalidOperationException("no order");
            });
            app.MapGet("/error-page", () => "error page");
            app.MapGet("/stream", async context =>
            {
                await context.Response.WriteAsync("the beginning");
                await context.Response.Body.FlushAsync();
                throw new InvalidOperationException("the stream is broken");
            });
        },
        builder => ExceptionHandlers.AddServices(handler, builder.Services));

    /// <summary>Without what differs between any two answers: the trace of problem details, ports, and the frames above our own on the developer page.</summary>
    private static async Task<string> TextAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return text.Contains("no order", StringComparison.Ordinal) ? string.Empty : TraceId().Replace(text, "trace");
    }

    private static IEnumerable<string> HeaderNames(HttpResponseMessage response) =>
        response.Headers.Concat(response.Content.Headers).Select(header => header.Key).Where(name => name != "Content-Length").Order(StringComparer.Ordinal);

    [GeneratedRegex("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")]
    private static partial Regex TraceId();
}
