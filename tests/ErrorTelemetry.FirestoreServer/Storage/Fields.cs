using ErrorTelemetry.Protocol;
using Google.Protobuf.Collections;

namespace ErrorTelemetry.Storage;

/// <summary>Reads and changes one field of a document by its path.</summary>
internal static class Fields
{
    public static Value? Get(MapField<string, Value> fields, IReadOnlyList<string> path)
    {
        for (var i = 0; ; i++)
        {
            if (!fields.TryGetValue(path[i], out var value))
                return null;
            if (i == path.Count - 1)
                return value;
            if (value.ValueTypeCase != Value.ValueTypeOneofCase.MapValue)
                return null;
            fields = value.MapValue.Fields;
        }
    }

    /// <summary>Sets the field, making the maps on the way; a value on the way that is no map is replaced.</summary>
    public static void Set(MapField<string, Value> fields, IReadOnlyList<string> path, Value value)
    {
        for (var i = 0; i < path.Count - 1; i++)
        {
            if (!fields.TryGetValue(path[i], out var next) || next.ValueTypeCase != Value.ValueTypeOneofCase.MapValue)
                fields[path[i]] = next = new Value { MapValue = new MapValue() };
            fields = next.MapValue.Fields;
        }

        fields[path[^1]] = value;
    }

    public static void Remove(MapField<string, Value> fields, IReadOnlyList<string> path)
    {
        for (var i = 0; i < path.Count - 1; i++)
        {
            if (!fields.TryGetValue(path[i], out var next) || next.ValueTypeCase != Value.ValueTypeOneofCase.MapValue)
                return;
            fields = next.MapValue.Fields;
        }

        fields.Remove(path[^1]);
    }

    /// <summary>A copy that holds the masked fields only; all of them without a mask.</summary>
    public static Document Project(Document document, IEnumerable<string>? mask)
    {
        if (mask is null)
            return document;
        var projection = new Document { Name = document.Name, CreateTime = document.CreateTime, UpdateTime = document.UpdateTime };
        foreach (var path in mask.Where(path => path != FieldPath.DocumentName).Select(FieldPath.Parse))
        {
            if (Get(document.Fields, path) is { } value)
                Set(projection.Fields, path, value.Clone());
        }

        return projection;
    }
}
