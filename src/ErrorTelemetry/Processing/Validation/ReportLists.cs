using System.Text.Json;

namespace ErrorTelemetry.Processing.Validation;

/// <summary>The members of a report's JSON that hold several values.</summary>
internal static class ReportLists
{
    private const string MustBeObject = "Must be an object.";

    public static IReadOnlyList<ErrorCause> Causes(ref Utf8JsonReader reader, ReportDraft draft)
    {
        var list = new List<ErrorCause>();
        if (!Begin(ref reader, draft, "/causes"))
            return list;
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            var pointer = new ReportPointer("/causes", index);
            if (!IsObject(ref reader, draft, pointer))
                continue;
            string? type = null, message = null, stack = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("type"u8)) type = ReportMembers.Text(ref reader, draft, pointer with { Member = "/type" });
                else if (reader.ValueTextEquals("message"u8)) message = ReportMembers.Text(ref reader, draft, pointer with { Member = "/message" });
                else if (reader.ValueTextEquals("stack"u8)) stack = ReportMembers.Text(ref reader, draft, pointer with { Member = "/stack" });
                else reader.Skip();
            }

            if (list.Count < ErrorLimits.CauseCount && (type ?? message ?? stack) is not null)
                list.Add(new ErrorCause(type, message, stack));
        }

        return list;
    }

    public static IReadOnlyList<Breadcrumb> Breadcrumbs(ref Utf8JsonReader reader, ReportDraft draft)
    {
        var list = new List<Breadcrumb>();
        if (!Begin(ref reader, draft, "/breadcrumbs"))
            return list;
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            var pointer = new ReportPointer("/breadcrumbs", index);
            if (!IsObject(ref reader, draft, pointer))
                continue;
            DateTimeOffset? timestamp = null;
            string? category = null, message = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("timestamp"u8)) timestamp = ReportMembers.Time(ref reader, draft, pointer with { Member = "/timestamp" });
                else if (reader.ValueTextEquals("category"u8)) category = ReportMembers.Text(ref reader, draft, pointer with { Member = "/category" });
                else if (reader.ValueTextEquals("message"u8)) message = ReportMembers.Text(ref reader, draft, pointer with { Member = "/message" });
                else reader.Skip();
            }

            list.Add(new Breadcrumb(timestamp, category, message));
        }

        return list.Count <= ErrorLimits.BreadcrumbCount ? list : list.GetRange(list.Count - ErrorLimits.BreadcrumbCount, ErrorLimits.BreadcrumbCount);
    }

    public static IReadOnlyDictionary<string, string>? Tags(ref Utf8JsonReader reader, ReportDraft draft)
    {
        reader.Read();
        if (!IsObject(ref reader, draft, "/tags"))
            return null;
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.Read(ref reader);
            // The pointer must not quote the report.
            if (ReportMembers.Text(ref reader, draft, "/tags/*") is { } value && (tags.Count < ErrorLimits.TagCount || tags.ContainsKey(name)))
                tags[name] = value;
        }

        return tags;
    }

    public static IReadOnlyList<string> Fingerprint(ref Utf8JsonReader reader, ReportDraft draft)
    {
        var list = new List<string>();
        if (!Begin(ref reader, draft, "/fingerprint"))
            return list;
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (ReportMembers.TextHere(ref reader, draft, new ReportPointer("/fingerprint", index)) is not { } part)
                continue;
            if (index >= ErrorLimits.FingerprintPartCount)
                draft.Fault("/fingerprint", $"At most {ErrorLimits.FingerprintPartCount} parts.");
            else if (part.Length > ErrorLimits.FingerprintPartChars)
                draft.Fault(new ReportPointer("/fingerprint", index), $"At most {ErrorLimits.FingerprintPartChars} characters.");
            else
                list.Add(part);
        }

        return list;
    }

    private static bool Begin(ref Utf8JsonReader reader, ReportDraft draft, in ReportPointer pointer)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
            return true;
        if (reader.TokenType != JsonTokenType.Null)
            draft.Fault(pointer, "Must be an array.");
        reader.Skip();
        return false;
    }

    private static bool IsObject(ref Utf8JsonReader reader, ReportDraft draft, in ReportPointer pointer)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return true;
        if (reader.TokenType != JsonTokenType.Null)
            draft.Fault(pointer, MustBeObject);
        reader.Skip();
        return false;
    }
}
