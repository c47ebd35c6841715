using Microsoft.AspNetCore.Http.HttpResults;

namespace ErrorTelemetry.Capture;

public sealed class EndpointFilterTests
{
    [Theory]
    [InlineData("/api/orders/7", "/api/orders/{id}", true)]
    [InlineData("/api/orders/7", "/api/orders/{id}", false)]
    [InlineData("/api/later/7", "/api/later/{id}", true)]
    [InlineData("/api/later/7", "/api/later/{id}", false)]
    [InlineData("/mvc/Breaking/throw/7", "/mvc/Breaking/throw/{id}", true)]
    [InlineData("/mvc/Breaking/throw/7", "/mvc/Breaking/throw/{id}", false)]
    public async Task Throw_IsOneEvent_WithAndWithoutTheMiddleware(string path, string route, bool middleware)
    {
        await using var app = await StartAsync(middleware, ExceptionHandlers.Path);

        var response = await app.GetAsync(path);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("error page", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var stored = await app.SingleEventAsync();
        Assert.Equal(ErrorMechanisms.EndpointFilter, stored.Mechanism);
        Assert.Equal(route, stored.Route);
        Assert.Equal(stored.CorrelationId, Assert.Single(response.Headers.GetValues("x-correlation-id")));
        Assert.Equal("500", stored.Tags["http.response.status_code"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Throw_ThatNobodyAnswers_IsOneEventOfTheFilter(bool middleware)
    {
        await using var app = await StartAsync(middleware, ExceptionHandlers.None);

        var response = await app.GetAsync("/api/orders/7");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(ErrorMechanisms.EndpointFilter, (await app.SingleEventAsync()).Mechanism);
    }

    [Fact]
    public async Task Throw_WrappedByTheHostOnItsWay_IsOneEvent()
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            app.Use(async (context, next) =>
            {
                try
                {
                    await next(context);
                }
                catch (Exception exception)
                {
                    throw new InvalidOperationException("wrapped", exception);
                }
            });
            app.MapGet("/wrapped", string () => throw new TimeoutException("the cause")).WithErrorTelemetry();
        });

        await app.GetAsync("/wrapped");

        Assert.Equal("the cause", (await app.SingleEventAsync()).Message);
    }

    [Fact]
    public async Task Filter_OnGroupAndEndpoint_IsStillOneEvent()
    {
        await using var app = await TestApp.StartBareAsync(app =>
        {
            var group = app.MapGroup("/g").WithErrorTelemetry();
            group.MapGet("/x", string () => throw new InvalidOperationException("twice seen")).WithErrorTelemetry();
        });

        await app.GetAsync("/g/x");

        await app.SingleEventAsync();
    }

    [Fact]
    public async Task Success_KeepsItsResultAndHasACorrelationId()
    {
        await using var app = await StartAsync(middleware: false, ExceptionHandlers.None);

        foreach (var path in (string[])["/api/fine", "/api/fine-later", "/mvc/Breaking/fine"])
        {
            var response = await app.GetAsync(path);
            Assert.Equal("fine", (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Trim('"'));
            Assert.True(response.Headers.Contains("x-correlation-id"));
        }

        Assert.Empty(await app.EventsAsync());
    }

    [Theory]
    [InlineData("/api/status-code", 500)]
    [InlineData("/api/problem", 500)]
    [InlineData("/api/typed", 500)]
    [InlineData("/api/union", 500)]
    [InlineData("/api/direct", 503)]
    [InlineData("/api/direct-later", 503)]
    [InlineData("/mvc/Breaking/status", 502)]
    [InlineData("/mvc/Breaking/object", 500)]
    [InlineData("/mvc/Breaking/problem", 500)]
    public async Task ServerErrorStatus_WithoutException_IsOneEvent(string path, int status)
    {
        foreach (var (middleware, filter) in ((bool, bool)[])[(true, true), (false, true), (true, false)])
        {
            await using var app = await StartAsync(middleware, ExceptionHandlers.Path, filter);

            var response = await app.GetAsync(path);

            Assert.Equal(status, (int)response.StatusCode);
            var stored = await app.SingleEventAsync();
            Assert.Equal(ErrorMechanisms.StatusCode, stored.Mechanism);
            Assert.Equal(path, stored.Route);
            Assert.Equal(stored.CorrelationId, Assert.Single(response.Headers.GetValues("x-correlation-id")));
        }
    }

    [Fact]
    public async Task Result_ThatTheHostTurnsIntoAnotherStatus_IsNoEvent()
    {
        await using var app = await TestApp.StartBareAsync(app =>
        {
            app.Use(async (context, next) =>
            {
                await next(context);
                context.Response.StatusCode = 404;
            });
            app.UseErrorTelemetry();
            app.MapGet("/turned", () => Results.StatusCode(500)).WithErrorTelemetry();
        });

        Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync("/turned")).StatusCode);
        Assert.Empty(await app.EventsAsync());
    }

    private static Task<TestApp> StartAsync(bool middleware, string handler, bool filter = true) => TestApp.StartBareAsync(
        app =>
        {
            if (middleware)
                app.UseErrorTelemetry();
            ExceptionHandlers.Use(handler, app);
            var group = app.MapGroup("/api");
            group.MapGet("/orders/{id}", string (string id) => throw new InvalidOperationException("no order " + id));
            group.MapGet("/later/{id}", async Task<string> (string id) =>
            {
                await Task.Yield();
                throw new InvalidOperationException("no order " + id);
            });
            group.MapGet("/fine", () => "fine");
            group.MapGet("/fine-later", async () =>
            {
                await Task.Yield();
                return TypedResults.Ok("fine");
            });
            group.MapGet("/status-code", () => Results.StatusCode(500));
            group.MapGet("/problem", () => Results.Problem("the detail"));
            group.MapGet("/typed", () => TypedResults.InternalServerError());
            group.MapGet("/union", Results<Ok, InternalServerError> () => TypedResults.InternalServerError());
            group.MapGet("/direct", context =>
            {
                context.Response.StatusCode = 503;
                return Task.CompletedTask;
            });
            group.MapGet("/direct-later", async context =>
            {
                await Task.Yield();
                context.Response.StatusCode = 503;
                await context.Response.WriteAsync("busy");
            });
            var controllers = app.MapControllers();
            if (filter)
            {
                group.WithErrorTelemetry();
                controllers.WithErrorTelemetry();
            }

            app.MapGet("/error-page", () => "error page");
        },
        builder =>
        {
            builder.Services.AddControllersWithViews();
            ExceptionHandlers.AddServices(handler, builder.Services);
        });
}
