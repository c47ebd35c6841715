using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ErrorTelemetry.Ingest;

/// <summary>Writes the endpoint's JSON: small, of known length, by hand.</summary>
internal static class IngestAnswer
{
    private static readonly string[] StatusNames = ["recorded", "duplicate", "discarded"];

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static Task AcceptedAsync(HttpResponse response, string eventId, string correlationId, IngestOutcome outcome)
    {
        var json = Begin();
        json.WriteStartObject();
        json.WriteString("eventId"u8, eventId);
        if (outcome.Fingerprint is { } fingerprint)
            json.WriteString("fingerprint"u8, fingerprint);
        json.WriteString("correlationId"u8, correlationId);
        json.WriteString("status"u8, StatusNames[(int)outcome.Status]);
        if (outcome.Status == IngestStatus.Discarded && outcome.Reason is { } reason)
            json.WriteString("reason"u8, reason);
        json.WriteEndObject();
        return SendAsync(response, StatusCodes.Status202Accepted, "application/json");
    }

    public static Task RefusedAsync(HttpResponse response, string correlationId, IngestProblem problem)
    {
        var json = Begin();
        json.WriteStartObject();
        json.WriteString("title"u8, problem.Title);
        json.WriteNumber("status"u8, problem.Status);
        json.WriteString("detail"u8, problem.Detail);
        json.WriteString("reason"u8, problem.Reason);
        json.WriteString("correlationId"u8, correlationId);
        if (problem.Faults.Count > 0)
        {
            json.WriteStartObject("errors"u8);
            foreach (var fault in problem.Faults)
            {
                json.WriteStartArray(fault.Pointer);
                json.WriteStringValue(fault.Message);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (problem.RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return SendAsync(response, problem.Status, "application/problem+json");
    }

    private static Utf8JsonWriter Begin()
    {
        _buffer ??= new ArrayBufferWriter<byte>(512);
        _buffer.ResetWrittenCount();
        _writer ??= new Utf8JsonWriter(_buffer);
        _writer.Reset();
        return _writer;
    }

    private static Task<FlushResult> SendAsync(HttpResponse response, int status, string contentType)
    {
        _writer!.Flush();
        var json = _buffer!.WrittenSpan;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = json.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        // Copied before the first await, so the buffers are this thread's again.
        response.BodyWriter.Write(json);
        return response.BodyWriter.FlushAsync().AsTask();
    }
}
