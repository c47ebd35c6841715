using System.Text.Json;

namespace ErrorTelemetry.Processing.Validation;

/// <summary>The members of a report's JSON, each with its type. Unknown ones are skipped; <c>null</c> is as absent.</summary>
internal static class ReportMembers
{
    private const string MustBeText = "Must be a string.";

    public static void Read(ref Utf8JsonReader reader, ReportDraft draft)
    {
        if (reader.ValueTextEquals("eventId"u8)) draft.EventId = Text(ref reader, draft, "/eventId");
        else if (reader.ValueTextEquals("message"u8)) draft.Message = Text(ref reader, draft, "/message");
        else if (reader.ValueTextEquals("type"u8)) draft.Type = Text(ref reader, draft, "/type");
        else if (reader.ValueTextEquals("stack"u8)) draft.Stack = Text(ref reader, draft, "/stack");
        else if (reader.ValueTextEquals("mechanism"u8)) draft.Mechanism = Text(ref reader, draft, "/mechanism");
        else if (reader.ValueTextEquals("handled"u8)) draft.Handled = Flag(ref reader, draft, "/handled");
        else if (reader.ValueTextEquals("timestamp"u8)) draft.Timestamp = Time(ref reader, draft, "/timestamp");
        else if (reader.ValueTextEquals("url"u8)) draft.Url = Text(ref reader, draft, "/url");
        else if (reader.ValueTextEquals("route"u8)) draft.Route = Text(ref reader, draft, "/route");
        else if (reader.ValueTextEquals("release"u8)) draft.Release = Text(ref reader, draft, "/release");
        else if (reader.ValueTextEquals("environment"u8)) draft.Environment = Text(ref reader, draft, "/environment");
        else if (reader.ValueTextEquals("userAgent"u8)) draft.UserAgent = Text(ref reader, draft, "/userAgent");
        else if (reader.ValueTextEquals("sessionId"u8)) draft.SessionId = Text(ref reader, draft, "/sessionId");
        else if (reader.ValueTextEquals("correlationId"u8)) draft.CorrelationId = Text(ref reader, draft, "/correlationId");
        else if (reader.ValueTextEquals("pageId"u8)) draft.PageId = Text(ref reader, draft, "/pageId");
        else if (reader.ValueTextEquals("componentStack"u8)) draft.ComponentStack = Text(ref reader, draft, "/componentStack");
        else if (reader.ValueTextEquals("causes"u8)) draft.Causes = ReportLists.Causes(ref reader, draft);
        else if (reader.ValueTextEquals("breadcrumbs"u8)) draft.Breadcrumbs = ReportLists.Breadcrumbs(ref reader, draft);
        else if (reader.ValueTextEquals("tags"u8)) draft.Tags = ReportLists.Tags(ref reader, draft);
        else if (reader.ValueTextEquals("fingerprint"u8)) draft.Fingerprint = ReportLists.Fingerprint(ref reader, draft);
        else reader.Skip();
    }

    /// <summary>Reads the value after a member's name as text.</summary>
    public static string? Text(ref Utf8JsonReader reader, ReportDraft draft, in ReportPointer pointer)
    {
        reader.Read();
        return TextHere(ref reader, draft, pointer);
    }

    /// <summary>Reads the current value as text.</summary>
    public static string? TextHere(ref Utf8JsonReader reader, ReportDraft draft, in ReportPointer pointer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return JsonText.Read(ref reader);
            case JsonTokenType.Null:
                return null;
            default:
                draft.Fault(pointer, MustBeText);
                reader.Skip();
                return null;
        }
    }

    public static DateTimeOffset? Time(ref Utf8JsonReader reader, ReportDraft draft, in ReportPointer pointer)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType == JsonTokenType.String && Rfc3339.TryParse(JsonText.Read(ref reader), out var utc))
            return utc;
        draft.Fault(pointer, "Must be an RFC 3339 date and time, such as 2026-11-22T10:00:00Z.");
        reader.Skip();
        return null;
    }

    private static bool Flag(ref Utf8JsonReader reader, ReportDraft draft, in ReportPointer pointer)
    {
        reader.Read();
        if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null))
        {
            draft.Fault(pointer, "Must be true or false.");
            reader.Skip();
        }

        return reader.TokenType == JsonTokenType.True;
    }
}
