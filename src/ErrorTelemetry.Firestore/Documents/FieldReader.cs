using ErrorTelemetry.Protocol;
using Google.Protobuf.Collections;

namespace ErrorTelemetry.Documents;

/// <summary>Reads typed fields. A field that is absent or of another type reads as absent: people and other clients edit documents too.</summary>
internal readonly struct FieldReader(MapField<string, Value> fields)
{
    public string? Text(string name) => TextOf(Find(name));

    public long? Number(string name) => NumberOf(Find(name));

    public bool Flag(string name) => Find(name) is { HasBooleanValue: true, BooleanValue: true };

    public DateTimeOffset? Time(string name) => Find(name)?.TimestampValue?.ToDateTimeOffset();

    public IReadOnlyList<string> Texts(string name) => [.. Values(name).Select(TextOf).OfType<string>()];

    public IEnumerable<Value> Values(string name) => Find(name)?.ArrayValue?.Values ?? [];

    public FieldReader? Map(string name) => Find(name)?.MapValue is { } map ? new FieldReader(map.Fields) : null;

    public IEnumerable<FieldReader> Maps(string name) => Values(name).Select(value => value.MapValue).OfType<MapValue>().Select(map => new FieldReader(map.Fields));

    /// <summary>The maps in a map, with their names.</summary>
    public IEnumerable<(string Name, FieldReader Fields)> NamedMaps(string name) =>
        Find(name)?.MapValue?.Fields.Where(field => field.Value.MapValue is not null).Select(field => (field.Key, new FieldReader(field.Value.MapValue.Fields))) ?? [];

    /// <summary>The values that <see cref="FieldWriter.Entries"/> wrote, by their true keys.</summary>
    public IEnumerable<KeyValuePair<string, Value>> Entries(string name)
    {
        foreach (var (key, value) in Find(name)?.MapValue?.Fields ?? [])
        {
            if (value.MapValue is not { } told)
                yield return new(key, value);
            else if (new FieldReader(told.Fields) is var entry && entry.Text("name") is { } trueKey && entry.Find("value") is { } inner)
                yield return new(trueKey, inner);
        }
    }

    public static string? TextOf(Value? value) => value is { HasStringValue: true } ? value.StringValue : null;

    public static long? NumberOf(Value? value) => value switch
    {
        { HasIntegerValue: true } => value.IntegerValue,
        { HasDoubleValue: true } when Math.Abs(value.DoubleValue) < long.MaxValue => (long)value.DoubleValue,
        _ => null,
    };

    private Value? Find(string name) => fields.TryGetValue(name, out var value) ? value : null;
}
