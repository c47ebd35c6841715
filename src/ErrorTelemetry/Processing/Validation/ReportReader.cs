using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace ErrorTelemetry.Processing.Validation;

/// <summary>Reads the JSON of a report and lists every fault at once. Never throws.</summary>
internal static class ReportReader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = ErrorLimits.JsonDepth };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static ReportReading Read(in ReadOnlySequence<byte> utf8Json)
    {
        if (utf8Json.IsSingleSegment)
            return Read(utf8Json.FirstSpan);

        var length = checked((int)utf8Json.Length);
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            utf8Json.CopyTo(buffer);
            return Read(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public static ReportReading Read(ReadOnlySpan<byte> utf8Json)
    {
        if (utf8Json.StartsWith(ByteOrderMark))
            utf8Json = utf8Json[ByteOrderMark.Length..];
        if (!Utf8.IsValid(utf8Json))
            return Refused("The body is not valid UTF-8. Encode the JSON as UTF-8.");

        var draft = new ReportDraft();
        var reader = new Utf8JsonReader(utf8Json, Options);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
                return Refused("The body must be one JSON object.");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                ReportMembers.Read(ref reader, draft);
            // The reader throws on anything but white space after the object.
            reader.Read();
        }
        catch (JsonException exception)
        {
            return Refused($"The body is not valid JSON, or nested deeper than {ErrorLimits.JsonDepth}: "
                + $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");
        }

        catch (InvalidOperationException)
        {
            // The framework's reader cannot compare a member's name that holds half a surrogate pair.
            return Refused("The body holds a member whose name is not valid text.");
        }

        return draft.Finish();
    }

    private static ReportReading Refused(string message) => new(null, [new ReportFault(string.Empty, message)]);
}
