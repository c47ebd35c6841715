using Microsoft.AspNetCore.Http;

namespace ErrorTelemetry.GitHub;

/// <summary>One way to misbehave, for the requests that it is meant for.</summary>
public sealed class FakeFault
{
    private readonly TaskCompletionSource _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left;

    /// <summary>Ends when the first request has met this fault (and was carried out, where <see cref="AfterWrite"/> says so).</summary>
    public Task Taken => _taken.Task;

    /// <summary>How many matching requests pass unharmed before. Default: 0.</summary>
    public int Skip { get; set; }

    /// <summary>The method; <see langword="null"/> for any.</summary>
    public string? Method { get; init; }

    /// <summary>How the path ends; <see langword="null"/> for any.</summary>
    public string? PathEnd { get; init; }

    /// <summary>How many requests it takes. Default: 1.</summary>
    public int Times
    {
        get => _left;
        init => _left = value;
    }

    /// <summary>Whether the request is carried out first, so that only the answer is wrong.</summary>
    public bool AfterWrite { get; init; }

    /// <summary>The status of the wrong answer.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The body of the wrong answer.</summary>
    public string Body { get; init; } = string.Empty;

    /// <summary>The content type of the wrong answer.</summary>
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>Headers of the wrong answer.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Breaks the connection off in place of an answer.</summary>
    public bool Reset { get; init; }

    /// <summary>Sends headers and a part of the body, and then nothing until the client gives up.</summary>
    public bool Stall { get; init; }

    /// <summary>Makes one that takes a single request.</summary>
    public FakeFault() => _left = 1;

    internal bool Takes(FakeRequest request)
    {
        if (_left <= 0 || (Method is not null && request.Method != Method) || (PathEnd is not null && !request.Path.EndsWith(PathEnd, StringComparison.Ordinal)))
            return false;
        if (Skip > 0)
        {
            Skip--;
            return false;
        }

        _left--;
        return true;
    }

    internal async Task AnswerAsync(HttpContext context)
    {
        _taken.TrySetResult();
        if (Reset)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = Status;
        context.Response.ContentType = ContentType;
        foreach (var (name, value) in Headers)
            context.Response.Headers[name] = value;
        if (!Stall)
        {
            await context.Response.WriteAsync(Body);
            return;
        }

        context.Response.ContentLength = 1_000;
        await context.Response.WriteAsync("{");
        await context.Response.Body.FlushAsync();
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }
}
