using ErrorTelemetry.Processing.Validation;
using Microsoft.AspNetCore.Http;

namespace ErrorTelemetry.Ingest;

/// <summary>Reads a report off the request's pipe, never more than <see cref="ErrorLimits.BodyBytes"/> of it, whatever its Content-Length says or does not say.</summary>
internal static class BodyReader
{
    public static async ValueTask<BodyReading> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > ErrorLimits.BodyBytes)
            return BodyReading.Refused(IngestProblem.TooLarge);
        try
        {
            return await ReadPipeAsync(context).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            // The server's own limits (size, data rate) and broken chunks.
            return BodyReading.Refused(exception.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => IngestProblem.TooLarge,
                StatusCodes.Status408RequestTimeout => IngestProblem.TooSlow,
                _ => IngestProblem.Unreadable,
            });
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return BodyReading.Refused(IngestProblem.Unreadable);
        }
    }

    private static async ValueTask<BodyReading> ReadPipeAsync(HttpContext context)
    {
        var pipe = context.Request.BodyReader;
        while (true)
        {
            var result = await pipe.ReadAsync(context.RequestAborted).ConfigureAwait(false);
            var buffer = result.Buffer;
            if (buffer.Length > ErrorLimits.BodyBytes)
            {
                pipe.AdvanceTo(buffer.End);
                return BodyReading.Refused(IngestProblem.TooLarge);
            }

            if (!result.IsCompleted)
            {
                pipe.AdvanceTo(buffer.Start, buffer.End);
                continue;
            }

            // Parsed where it lies; the report keeps nothing of the buffer.
            var reading = BodyReading.Of(ReportReader.Read(buffer));
            pipe.AdvanceTo(buffer.End);
            return reading;
        }
    }
}
