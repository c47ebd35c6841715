using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ErrorTelemetry.Capture;

public sealed class WhatCountsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Exception_TurnedIntoAnAnswerBelow500_IsNoEvent(bool middleware, bool filter)
    {
        await using var app = await StartHandlingAsync(middleware, filter);

        Assert.Equal(HttpStatusCode.Conflict, (await app.GetAsync("/conflict")).StatusCode);
        Assert.Empty(await app.EventsAsync());
    }

    [Theory]
    [InlineData(true, true, ErrorMechanisms.EndpointFilter)]
    [InlineData(true, false, ErrorMechanisms.ExceptionHandler)]
    [InlineData(false, true, ErrorMechanisms.EndpointFilter)]
    public async Task Exception_TurnedIntoAnAnswerBelow500_WithCaptureHandled_IsAHandledEvent(bool middleware, bool filter, string mechanism)
    {
        await using var app = await StartHandlingAsync(middleware, filter, ("ErrorTelemetry:CaptureHandled", "true"));

        await app.GetAsync("/conflict");

        var stored = await app.SingleEventAsync();
        Assert.True(stored.Handled);
        Assert.Equal(mechanism, stored.Mechanism);
        Assert.Equal("409", stored.Tags["http.response.status_code"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StatusCodePages_ReExecuted_IsOneEventOfTheOriginalRoute(bool telemetryFirst)
    {
        await using var app = await TestApp.StartBareAsync(app =>
        {
            if (telemetryFirst)
                app.UseErrorTelemetry();
            app.UseStatusCodePagesWithReExecute("/status/{0}");
            if (!telemetryFirst)
                app.UseErrorTelemetry();
            app.MapGet("/orders/{id}", (string id) => Results.StatusCode(503));
            app.MapGet("/status/{code}", (string code) => "page " + code);
        });

        var response = await app.GetAsync("/orders/7?q=secret");

        Assert.Equal("page 503", await response.Content.ReadAsStringAsync(Cancel));
        var stored = await app.SingleEventAsync();
        Assert.Equal("/orders/{id}", stored.Route);
        Assert.Contains("/orders/7", stored.Url);
        Assert.Equal(ErrorMechanisms.StatusCode, stored.Mechanism);
    }

    [Theory]
    [InlineData("/bad", HttpStatusCode.BadRequest)]
    [InlineData("/bound/notanumber", HttpStatusCode.BadRequest)]
    public async Task BadHttpRequestException_IsNoEvent_OnTheDeveloperPageEither(string path, HttpStatusCode status)
    {
        await using var app = await TestApp.StartBareAsync(
            app =>
            {
                app.UseDeveloperExceptionPage();
                app.UseErrorTelemetry();
                app.MapGet("/bad", string () => throw new BadHttpRequestException("not like this")).WithErrorTelemetry();
                app.MapGet("/bound/{number}", (int number) => number).WithErrorTelemetry();
            },
            builder => builder.Services.Configure<Microsoft.AspNetCore.Routing.RouteHandlerOptions>(options => options.ThrowOnBadRequest = true));

        Assert.Equal(status, (await app.GetAsync(path)).StatusCode);
        Assert.Empty(await app.EventsAsync());
    }

    [Fact]
    public async Task BadHttpRequestException_ThatNobodyAnswers_IsNoEvent()
    {
        await using var app = await TestApp.StartAsync(app => app.MapGet("/bad", string () => throw new BadHttpRequestException("not like this", 500)).WithErrorTelemetry());

        await app.GetAsync("/bad");

        Assert.Empty(await app.EventsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Request_AbortedByItsClient_IsNoEvent(bool handler)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var app = await TestApp.StartBareAsync(app =>
        {
            app.UseErrorTelemetry();
            if (handler)
                app.UseExceptionHandler(error => error.Run(_ => Task.CompletedTask));
            app.MapGet("/slow", async (CancellationToken aborted) =>
            {
                arrived.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, aborted);
            }).WithErrorTelemetry();
        });

        using (var giveUp = new CancellationTokenSource())
        {
            var request = app.Client.GetAsync("/slow", giveUp.Token);
            await arrived.Task.WaitAsync(Cancel);
            await giveUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        }

        await app.CompletedAsync();
        Assert.Empty(await app.EventsAsync());
    }

    [Fact]
    public async Task Request_AbortedWhileItsBodyIsRead_IsNoEvent()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var app = await TestApp.StartAsync(app => app.MapPost("/upload", async context =>
        {
            arrived.SetResult();
            await context.Request.Body.CopyToAsync(Stream.Null);
        }).WithErrorTelemetry());

        using (var client = new TcpClient())
        {
            await client.ConnectAsync(app.Address.Host, app.Address.Port, Cancel);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST /upload HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc"), Cancel);
            await arrived.Task.WaitAsync(Cancel);
            client.Client.LingerState = new LingerOption(true, 0);
        }

        await app.CompletedAsync();
        Assert.Empty(await app.EventsAsync());
    }

    [Fact]
    public async Task Cancellation_OfTheServersOwn_IsAnEvent()
    {
        await using var app = await TestApp.StartAsync(app => app.MapGet("/timeout", string () => throw new TaskCanceledException("the database took too long")));

        await app.GetAsync("/timeout");

        Assert.Equal("the database took too long", (await app.SingleEventAsync()).Message);
    }

    [Theory]
    [InlineData("/disabled")]
    [InlineData("/disabled-status")]
    [InlineData("/mvc/Breaking/disabled")]
    public async Task DisableErrorTelemetry_OnAnEndpoint_IsNoEvent(string path)
    {
        await using var app = await TestApp.StartAsync(
            app =>
            {
                app.UseExceptionHandler(error => error.Run(_ => Task.CompletedTask));
                app.MapGet("/disabled", string () => throw new InvalidOperationException("hidden")).WithErrorTelemetry().DisableErrorTelemetry();
                app.MapGet("/disabled-status", () => Results.StatusCode(500)).DisableErrorTelemetry();
                app.MapControllers();
            },
            builder => builder.Services.AddControllersWithViews());

        var response = await app.GetAsync(path);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await app.EventsAsync());
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/health-renamed")]
    [InlineData("/health-middleware")]
    public async Task HealthCheck_Unhealthy_IsNoEvent(string path)
    {
        await using var app = await TestApp.StartAsync(
            app =>
            {
                app.UseHealthChecks("/health-middleware");
                app.MapHealthChecks("/health");
                app.MapHealthChecks("/health-renamed", new HealthCheckOptions()).WithDisplayName("Are you well?");
            },
            builder => builder.Services.AddHealthChecks().AddCheck("ill", () => HealthCheckResult.Unhealthy()));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.GetAsync(path)).StatusCode);
        Assert.Empty(await app.EventsAsync());
    }

    [Fact]
    public async Task ShouldCapture_IsAskedPerErrorAndObeyed()
    {
        var asked = new List<string?>();
        await using var app = await StartBreakingAsync((context, exception) =>
        {
            asked.Add(exception?.Message);
            return !context.Request.Query.ContainsKey("no");
        });

        await app.GetAsync("/throw?no=1");
        await app.GetAsync("/status?no=1");
        Assert.Empty(await app.EventsAsync());
        await app.GetAsync("/throw");
        await app.GetAsync("/status");

        Assert.Equal(["thrown", null, "thrown", null], asked);
        Assert.Equal(2, (await app.EventsAsync()).Count);
    }

    [Fact]
    public async Task ShouldCapture_ThatThrows_RefusesNothing()
    {
        await using var app = await StartBreakingAsync((_, _) => throw new NotSupportedException("secret"));

        await app.GetAsync("/throw");

        await app.SingleEventAsync();
        Assert.Contains(app.Logs.Lines, line => line.Text.Contains("NotSupportedException", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Logs.Lines, line => line.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ShouldCapture_MayUseTheServicesOfTheRequest()
    {
        await using var app = await StartBreakingAsync((context, _) => context.RequestServices.GetRequiredService<IErrorReporter>() is null);

        await app.GetAsync("/throw");

        Assert.Empty(await app.EventsAsync());
        Assert.DoesNotContain(app.Logs.Lines, line => line.Text.StartsWith("ShouldCapture threw", StringComparison.Ordinal));
    }

    private static Task<TestApp> StartBreakingAsync(Func<HttpContext, Exception?, bool> shouldCapture) => TestApp.StartAsync(
        app =>
        {
            app.MapGet("/throw", string () => throw new InvalidOperationException("thrown"));
            app.MapGet("/status", () => Results.StatusCode(500));
        },
        builder => builder.Services.AddErrorTelemetry().ConfigureAspNetCore(options => options.ShouldCapture = shouldCapture));

    private static Task<TestApp> StartHandlingAsync(bool middleware, bool filter, params (string, string)[] settings) => TestApp.StartBareAsync(
        app =>
        {
            if (middleware)
                app.UseErrorTelemetry();
            app.UseExceptionHandler(error => error.Run(_ => Task.CompletedTask));
            var endpoint = app.MapGet("/conflict", string () => throw new InvalidOperationException("already there"));
            if (filter)
                endpoint.WithErrorTelemetry();
        },
        builder =>
        {
            builder.Set(settings);
            builder.Services.AddExceptionHandler<Answering409>();
        });

    private sealed class Answering409 : IExceptionHandler
    {
        public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            httpContext.Response.StatusCode = 409;
            return ValueTask.FromResult(true);
        }
    }
}
