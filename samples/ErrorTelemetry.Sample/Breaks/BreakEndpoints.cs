namespace ErrorTelemetry.Sample.Breaks;

/// <summary>The server's ways to break that are minimal APIs.</summary>
internal static class BreakEndpoints
{
    public static void MapBreaks(this IEndpointRouteBuilder app)
    {
        var breaks = app.MapGroup("/break");
        breaks.MapGet("/throw", Throw);
        breaks.MapGet("/async", ThrowLater);
        breaks.MapGet("/nested", ThrowNested);
        breaks.MapGet("/status-500", () => Results.StatusCode(StatusCodes.Status500InternalServerError));
        breaks.MapGet("/problem", () => TypedResults.Problem("The oven is cold.", statusCode: StatusCodes.Status503ServiceUnavailable));
        breaks.MapGet("/handled", string () => throw new RecipeException("The recipe asks for 3 eggs and 0 hens.", StatusCodes.Status500InternalServerError));
        breaks.MapGet("/turned-into-404", string () => throw new RecipeException("There is no such recipe.", StatusCodes.Status404NotFound));
        breaks.MapGet("/streaming", FailMidResponse);
        breaks.MapGet("/secret", ThrowSecret);
        breaks.MapGet("/aborted", WaitForAbort);
        breaks.MapGet("/background", (FailingJob job) => job.Start() ? "The job dies now." : "The job is dead already. Start the sample again.");

        breaks.MapGet("/crash", Crash);

        breaks.MapGroup("/filter").WithErrorTelemetry()
            .MapGet("/throw", string () => throw new InvalidOperationException("The filter group ran out of flour."));
    }

    private static string Throw() => throw new InvalidOperationException("The oven is on fire.");

    private static async Task<string> ThrowLater()
    {
        await Task.Yield();
        throw new TimeoutException("The dough did not rise in time.");
    }

    // Nobody can catch what leaves a thread of its own: the process ends.
    private static string Crash()
    {
        new Thread(() => throw new InvalidOperationException("The bakery burnt down.")).Start();
        return "The process ends now.";
    }

    private static string ThrowNested()
    {
        try
        {
            throw new AggregateException(new FormatException("The scale shows letters."), new IOException("The drawer is stuck."));
        }
        catch (AggregateException cause)
        {
            throw new InvalidOperationException("The cake fell.", cause);
        }
    }

    private static async Task FailMidResponse(HttpContext context)
    {
        await context.Response.WriteAsync("The first half of the answer…");
        await context.Response.Body.FlushAsync();
        throw new InvalidOperationException("The other half is missing.");
    }

    // Shaped like secrets, but never issued by anyone.
    private static string ThrowSecret() => throw new InvalidOperationException(
        "Login of jane.doe@example.com failed: Authorization: Bearer " + new string('s', 8) + "-breakery-fake-token-0123456789 was refused; password=hunter2-breakery");

    private static async Task WaitForAbort(CancellationToken aborted)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, aborted);
    }
}
