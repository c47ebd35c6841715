using System.Text;
using ErrorTelemetry.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ErrorTelemetry;

/// <summary>A real Kestrel host on a free port with the in-memory store. Knows when a request is over to its last callback.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    public const string IngestPath = "/api/telemetry/error";

    private readonly WebApplication _app;
    private readonly SemaphoreSlim _completed = new(0);

    private TestApp(WebApplication app, HttpClient client)
    {
        _app = app;
        Client = client;
    }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public IServiceProvider Services => _app.Services;

    public IErrorStore Store => Services.GetRequiredService<IErrorStore>();

    public LogRecorder Logs => Services.GetRequiredService<LogRecorder>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts an app with <c>UseErrorTelemetry()</c> first, which answers what is mapped.</summary>
    public static Task<TestApp> StartAsync(Action<WebApplication> map, Action<WebApplicationBuilder>? configure = null) =>
        StartBareAsync(
            app =>
            {
                app.UseErrorTelemetry();
                map(app);
            },
            configure);

    /// <summary>Starts an app whose pipeline is all the test's own.</summary>
    public static async Task<TestApp> StartBareAsync(Action<WebApplication> build, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production, ApplicationName = typeof(TestApp).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<LogRecorder>();
        builder.Services.AddSingleton<ILoggerProvider>(services => services.GetRequiredService<LogRecorder>());
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddErrorTelemetry();
        configure?.Invoke(builder);
        var app = builder.Build();

        TestApp? test = null;
        // Callbacks run last in, first out: the one registered first runs when all others have.
        app.Use((context, next) =>
        {
            context.Response.OnCompleted(() =>
            {
                test?._completed.Release();
                return Task.CompletedTask;
            });
            return next(context);
        });
        build(app);
        await app.StartAsync(Cancel);
        test = new TestApp(app, new HttpClient { BaseAddress = new Uri(app.Urls.First()) });
        return test;
    }

    /// <summary>Sends a request and waits until the server is done with it.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var response = await Client.SendAsync(request, Cancel);
        await CompletedAsync();
        return response;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends a request whose connection the server may break.</summary>
    public async Task<string> GetBrokenAsync(string path)
    {
        var text = new StringBuilder();
        try
        {
            using var response = await Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Cancel);
            text.Append((int)response.StatusCode);
            await response.Content.ReadAsStringAsync(Cancel);
            text.Append(" complete");
        }
        catch (HttpRequestException)
        {
            text.Append(" broken");
        }

        await CompletedAsync();
        return text.ToString();
    }

    public Task<HttpResponseMessage> PostAsync(ErrorReport report, Action<HttpRequestMessage>? change = null) =>
        PostAsync(System.Text.Json.JsonSerializer.Serialize(report, ErrorTelemetryJson.Report), "application/json", change);

    public Task<HttpResponseMessage> PostAsync(string body, string contentType = "application/json", Action<HttpRequestMessage>? change = null) =>
        PostAsync(Encoding.UTF8.GetBytes(body), contentType, change);

    public async Task<HttpResponseMessage> PostAsync(byte[] body, string contentType = "application/json", Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, IngestPath) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        change?.Invoke(request);
        return await SendAsync(request);
    }

    /// <summary>Waits until the server is done with one more request.</summary>
    public async Task CompletedAsync() => Assert.True(await _completed.WaitAsync(TimeSpan.FromSeconds(30), Cancel));

    /// <summary>Every event stored so far.</summary>
    public async Task<IReadOnlyList<ErrorEvent>> EventsAsync()
    {
        await Services.GetRequiredService<IErrorReporter>().FlushAsync(TimeSpan.FromSeconds(30), Cancel);
        var groups = await Store.QueryGroupsAsync(new GroupQuery { Limit = ErrorLimits.QueryPageCount }, Cancel);
        var events = new List<ErrorEvent>();
        foreach (var group in groups.Groups)
            events.AddRange(await Store.GetNewestEventsAsync(group.Fingerprint, 100, Cancel));
        return events;
    }

    /// <summary>The one event stored so far.</summary>
    public async Task<ErrorEvent> SingleEventAsync() => Assert.Single(await EventsAsync());

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _completed.Dispose();
    }
}
