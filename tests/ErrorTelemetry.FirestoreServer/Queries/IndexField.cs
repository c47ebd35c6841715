using System.Text.Json;

namespace ErrorTelemetry.Queries;

/// <summary>One field of an index, or of a query's order.</summary>
internal readonly record struct IndexField(string Path, bool Descending)
{
    public static IndexField Read(JsonElement field) =>
        new(field.GetProperty("fieldPath").GetString()!, field.GetProperty("order").GetString() == "DESCENDING");

    public IndexField Reverse() => this with { Descending = !Descending };

    public override string ToString() => $"{Path} {(Descending ? "DESCENDING" : "ASCENDING")}";
}
