using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ErrorTelemetry.GitHub;

/// <summary>
/// A real HTTP server on loopback that keeps issues, labels, comments, refs, contents and pull requests like GitHub's REST API, checks every
/// request against the documented shapes, and misbehaves on demand. It has one repository: <see cref="Repository"/>.
/// </summary>
public sealed partial class FakeGitHub : IAsyncDisposable
{
    /// <summary>The one repository.</summary>
    public const string Repository = "owner/shop";

    /// <summary>The token that it takes.</summary>
    public const string Token = "test-token-0123456789";

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<FakeRequest> _requests = [];
    private readonly List<FakeFault> _faults = [];

    private FakeGitHub(WebApplication app) => _app = app;

    /// <summary>Its API's base address, with a path as an Enterprise server has.</summary>
    public string Url { get; private set; } = string.Empty;

    /// <summary>Whatever clock the test runs by; used for times in answers.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Requests left before the primary limit; <see langword="null"/> sends no such headers.</summary>
    public int? Remaining { get; set; }

    /// <summary>Every request so far.</summary>
    public IReadOnlyList<FakeRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    /// <summary>The requests that change something.</summary>
    public IReadOnlyList<FakeRequest> Writes => [.. Requests.Where(request => request.Method != "GET")];

    /// <summary>What was wrong with requests, by GitHub's documentation; empty in a good test.</summary>
    public IReadOnlyList<string> Violations
    {
        get
        {
            lock (_lock)
                return [.. _violations];
        }
    }

    /// <summary>Starts one on a free port.</summary>
    public static async Task<FakeGitHub> StartAsync(TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var fake = new FakeGitHub(app) { Time = time ?? TimeProvider.System };
        app.Run(fake.AnswerAsync);
        await app.StartAsync();
        fake.Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/api/v3";
        return fake;
    }

    /// <summary>Misbehaves when a request matches.</summary>
    public void Fail(FakeFault fault)
    {
        lock (_lock)
            _faults.Add(fault);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var path = context.Request.Path.Value ?? string.Empty;
        path = path.StartsWith("/api/v3/", StringComparison.Ordinal) ? path["/api/v3".Length..] : path;
        var request = new FakeRequest(context.Request.Method, path, context.Request.QueryString.Value ?? string.Empty, body, context.Request.Headers.Authorization.ToString(), Time.GetUtcNow());
        FakeFault? fault;
        (int Status, JsonNode? Json, string? Link) answer = (0, null, null);
        lock (_lock)
        {
            _requests.Add(request);
            CheckHeaders(context.Request);
            fault = _faults.FirstOrDefault(candidate => candidate.Takes(request));
            if (fault is null || fault.AfterWrite)
                answer = request.Authorization == $"Bearer {Token}" || request.Authorization == $"Token {Token}" ? Handle(request) : (401, Message("Bad credentials"), null);
        }

        if (fault is not null)
        {
            await fault.AnswerAsync(context);
            return;
        }

        if (Remaining is { } remaining)
        {
            Remaining = remaining - 1;
            context.Response.Headers["X-RateLimit-Limit"] = "1000";
            context.Response.Headers["X-RateLimit-Remaining"] = Math.Max(0, remaining - 1).ToString(CultureInfo.InvariantCulture);
            context.Response.Headers["X-RateLimit-Reset"] = Time.GetUtcNow().AddHours(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        }

        if (answer.Link is not null)
            context.Response.Headers.Link = answer.Link;
        context.Response.StatusCode = answer.Status;
        if (answer.Status == StatusCodes.Status204NoContent)
            return;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(answer.Json?.ToJsonString() ?? string.Empty);
    }

    private static JsonObject Message(string message) => new() { ["message"] = message, ["documentation_url"] = "https://docs.github.com/rest" };

    private static JsonObject Invalid(string field, string code, string message) => new()
    {
        ["message"] = "Validation Failed",
        ["errors"] = new JsonArray(new JsonObject { ["resource"] = "Issue", ["field"] = field, ["code"] = code, ["message"] = message }),
    };

    private string Stamp() => Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
