using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ErrorTelemetry.Browser;

/// <summary>A real web server with the pages that a test gives it, the browser module, and an ingest endpoint that records and answers as told.</summary>
public sealed class PageHost : IAsyncDisposable
{
    public const string IngestPath = "/api/telemetry/error";
    public const string InsecureHost = "insecure.test";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _pages = new();
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers = new();
    private readonly Channel<ReceivedReport> _reports = Channel.CreateUnbounded<ReceivedReport>();
    private readonly ConcurrentQueue<ReceivedReport> _all = new();

    private PageHost(WebApplication app) => _app = app;

    /// <summary>What every request without an answer of its own gets.</summary>
    public Func<HttpContext, Task> DefaultAnswer { get; set; } = Answers.Recorded;

    /// <summary>All that arrived so far.</summary>
    public IReadOnlyCollection<ReceivedReport> Received => _all;

    /// <summary>The origin of the pages.</summary>
    public string Origin => _app.Urls.First();

    /// <summary>The same server under another origin.</summary>
    public string OtherOrigin => Origin.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>The same server under a name that browsers do not trust without TLS.</summary>
    public string InsecureOrigin => Origin.Replace("127.0.0.1", InsecureHost, StringComparison.Ordinal);

    public static async Task<PageHost> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var host = new PageHost(app);
        app.Run(host.HandleAsync);
        await app.StartAsync();
        return host;
    }

    /// <summary>Answers the next request of the ingest endpoint that has none yet.</summary>
    public void AnswerNext(Func<HttpContext, Task> answer) => _answers.Enqueue(answer);

    public void Serve(string path, Func<HttpContext, Task> handler) => _pages[path] = handler;

    public void Serve(string path, string content, string contentType = "text/html", string? policy = null) =>
        Serve(path, context =>
        {
            if (policy is not null)
                context.Response.Headers.ContentSecurityPolicy = policy;
            context.Response.ContentType = contentType + "; charset=utf-8";
            return context.Response.WriteAsync(content);
        });

    /// <summary>The next report in order of arrival; fails after 20 s.</summary>
    public async Task<ReceivedReport> NextAsync()
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(20));
        return await _reports.Reader.ReadAsync(timeout.Token);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path == IngestPath)
            await IngestAsync(context);
        else if (_pages.TryGetValue(path, out var page))
            await page(context);
        else if (path.StartsWith("/_content/ErrorTelemetry.Blazor/", StringComparison.Ordinal))
            await ModuleFiles.SendAsync(context, Path.GetFileName(path));
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private async Task IngestAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var report = ReceivedReport.From(context.Request, await reader.ReadToEndAsync());
        var answer = _answers.TryDequeue(out var next) ? next : DefaultAnswer;
        _all.Enqueue(report);
        _reports.Writer.TryWrite(report);
        await answer(context);
    }
}
