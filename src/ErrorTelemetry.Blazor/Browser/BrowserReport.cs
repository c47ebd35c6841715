using System.Text;
using System.Text.Json;

namespace ErrorTelemetry.Browser;

/// <summary>Exception → the ingest contract's JSON. What the module knows itself (page, session, release, breadcrumbs) is left to it.</summary>
/// <remarks>Written by hand: the generated contract of every word of Abstractions would be downloaded with it.</remarks>
internal static class BrowserReport
{
    /// <summary>No text is longer than this before the module redacts and cuts it, so that interop stays quick.</summary>
    private const int MostChars = 4 * ErrorLimits.StackChars;

    public static string ToJson(Exception exception, ErrorContext context, ReportId id, DateTimeOffset timestamp)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("eventId", id.EventId);
            json.WriteString("correlationId", id.CorrelationId);
            json.WriteString("timestamp", timestamp.UtcDateTime);
            json.WriteString("mechanism", context.Mechanism);
            json.WriteBoolean("handled", context.Handled ?? context.Mechanism == ErrorMechanisms.Manual);
            WriteError(json, exception);
            Write(json, "pageId", context.PageId);
            Write(json, "sessionId", context.SessionId);
            Write(json, "url", context.Url);
            Write(json, "route", context.Route);
            Write(json, "componentStack", context.ComponentStack);
            WriteCauses(json, exception);
            WriteLists(json, context);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteError(Utf8JsonWriter json, Exception exception)
    {
        var type = exception.GetType().FullName;
        Write(json, "type", type);
        Write(json, "message", string.IsNullOrWhiteSpace(exception.Message) ? type : exception.Message);
        Write(json, "stack", exception.StackTrace);
    }

    private static void WriteCauses(Utf8JsonWriter json, Exception exception)
    {
        json.WriteStartArray("causes");
        foreach (var cause in ExceptionTree.All(exception).Skip(1).Take(ErrorLimits.CauseCount))
        {
            json.WriteStartObject();
            WriteError(json, cause);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLists(Utf8JsonWriter json, ErrorContext context)
    {
        if (context.HasTags)
        {
            json.WriteStartObject("tags");
            foreach (var (name, value) in context.Tags)
                Write(json, name, value);
            json.WriteEndObject();
        }

        if (context.Fingerprint.Count == 0)
            return;
        json.WriteStartArray("fingerprint");
        foreach (var part in context.Fingerprint)
            json.WriteStringValue(part);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value.AsSpan(0, Math.Min(value.Length, MostChars)));
    }
}
