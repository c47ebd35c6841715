using ErrorTelemetry.Protocol;
using Google.Protobuf.WellKnownTypes;

namespace ErrorTelemetry.Storage;

/// <summary>The document that one update leaves behind: the fields first, then the transforms.</summary>
internal static class WriteApplier
{
    public static Document Apply(Write write, Document? current, Timestamp time, WriteResult result)
    {
        if (write.OperationCase != Write.OperationOneofCase.Update)
            throw Refusal.InvalidArgument("A write names no operation.");
        if (write.UpdateTransforms.Count > Limits.TransformsPerDocument)
            throw Refusal.InvalidArgument($"maximum {Limits.TransformsPerDocument} transforms allowed per document");
        var document = new Document { Name = write.Update.Name, CreateTime = current?.CreateTime ?? time };
        if (write.UpdateMask is null)
            document.Fields.Add(write.Update.Clone().Fields);
        else
            ApplyMask(write, current, document);

        foreach (var transform in write.UpdateTransforms)
        {
            var path = FieldPath.Parse(transform.FieldPath);
            var value = Transforms.Apply(transform, Fields.Get(document.Fields, path), time);
            Fields.Set(document.Fields, path, value);
            result.TransformResults.Add(Transforms.Result(transform, value));
        }

        document.UpdateTime = current is not null && current.Fields.Equals(document.Fields) ? current.UpdateTime : time;
        return document;
    }

    private static void ApplyMask(Write write, Document? current, Document document)
    {
        if (current is not null)
            document.Fields.Add(current.Clone().Fields);
        foreach (var path in write.UpdateMask.FieldPaths.Select(FieldPath.Parse))
        {
            if (Fields.Get(write.Update.Fields, path) is { } value)
                Fields.Set(document.Fields, path, value.Clone());
            else
                Fields.Remove(document.Fields, path);
        }
    }
}
