using System.Text;
using ErrorTelemetry.Protocol;
using ErrorTelemetry.Queries;
using Google.Protobuf.Collections;

namespace ErrorTelemetry.Storage;

/// <summary>Firestore's limits, as https://firebase.google.com/docs/firestore/quotas gives them.</summary>
internal static class Limits
{
    public const int WritesPerCommit = 500;
    public const int BytesPerCommit = 10 * 1024 * 1024;
    public const int BytesPerDocument = 1024 * 1024;
    public const int BytesPerIndexedText = 1500;
    public const int BytesPerName = 1500;
    public const int TransformsPerDocument = 500;

    public static void Check(CommitRequest request)
    {
        if (request.Writes.Count > WritesPerCommit)
            throw Refusal.InvalidArgument($"maximum {WritesPerCommit} writes allowed per request");
        if (request.CalculateSize() > BytesPerCommit)
            throw Refusal.InvalidArgument($"Request payload size exceeds the limit: {BytesPerCommit} bytes.");
    }

    public static void Check(Document document, IndexCatalog indexes)
    {
        var id = document.Name[(document.Name.LastIndexOf('/') + 1)..];
        if (id is "." or ".." || IsReserved(id) || Encoding.UTF8.GetByteCount(id) is 0 or > BytesPerName)
            throw Refusal.InvalidArgument($"The document id \"{id}\" is not allowed.");
        if (document.CalculateSize() > BytesPerDocument)
            throw Refusal.InvalidArgument($"Document '{document.Name}' cannot be written because its size exceeds the maximum allowed size of {BytesPerDocument} bytes.");
        Check(document.Fields, indexes, Names.CollectionOf(document.Name), string.Empty);
    }

    private static void Check(MapField<string, Value> fields, IndexCatalog indexes, string collection, string prefix)
    {
        foreach (var (name, value) in fields)
        {
            if (name.Length == 0 || IsReserved(name) || Encoding.UTF8.GetByteCount(name) > BytesPerName)
                throw Refusal.InvalidArgument($"The field name \"{name}\" is not allowed.");
            var path = prefix + name;
            if (!indexes.IsExempt(collection, path))
                Check(value, indexes, collection, path);
        }
    }

    private static void Check(Value value, IndexCatalog indexes, string collection, string path)
    {
        if (value.HasStringValue && Encoding.UTF8.GetByteCount(value.StringValue) > BytesPerIndexedText)
            throw Refusal.InvalidArgument($"The value of property \"{path}\" is longer than {BytesPerIndexedText} bytes.");
        foreach (var element in value.ArrayValue?.Values ?? [])
            Check(element, indexes, collection, path);
        if (value.MapValue is { } map)
            Check(map.Fields, indexes, collection, path + ".");
    }

    private static bool IsReserved(string name) => name.Length >= 4 && name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal);
}
