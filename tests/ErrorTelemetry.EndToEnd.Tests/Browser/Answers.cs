using Microsoft.AspNetCore.Http;

namespace ErrorTelemetry.Browser;

/// <summary>What the ingest endpoint of a <see cref="PageHost"/> can be told to answer.</summary>
public static class Answers
{
    public static Task Recorded(HttpContext context) => Send(context, StatusCodes.Status202Accepted);

    public static Task NotFound(HttpContext context) => Send(context, StatusCodes.Status404NotFound);

    public static Task BadRequest(HttpContext context) => Send(context, StatusCodes.Status400BadRequest);

    public static Task TooSlow(HttpContext context) => Send(context, StatusCodes.Status408RequestTimeout);

    /// <summary>Breaks the connection: the browser sees a network failure.</summary>
    public static Task Break(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public static Func<HttpContext, Task> TooMany(string? retryAfter) => context => Send(context, StatusCodes.Status429TooManyRequests, retryAfter);

    public static Func<HttpContext, Task> Unavailable(string? retryAfter) => context => Send(context, StatusCodes.Status503ServiceUnavailable, retryAfter);

    private static Task Send(HttpContext context, int status, string? retryAfter = null)
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    }
}
