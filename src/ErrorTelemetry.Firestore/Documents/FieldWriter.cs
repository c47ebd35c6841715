using ErrorTelemetry.Protocol;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Value = ErrorTelemetry.Protocol.Value;

namespace ErrorTelemetry.Documents;

/// <summary>Fills the fields of a document or map with typed values; what is absent leaves no field.</summary>
internal readonly struct FieldWriter(MapField<string, Value> fields)
{
    public FieldWriter Text(string name, string? value) => Set(name, value is null ? null : OfText(value));

    public FieldWriter Number(string name, long? value) => Set(name, value is { } number ? OfNumber(number) : null);

    public FieldWriter Flag(string name, bool value) => Set(name, new Value { BooleanValue = value });

    public FieldWriter Time(string name, DateTimeOffset? value) => Set(name, value is { } time ? OfTime(time) : null);

    public FieldWriter Texts(string name, IEnumerable<string> values) => List(name, values.Select(OfText));

    public FieldWriter List(string name, IEnumerable<Value> values)
    {
        var array = new ArrayValue { Values = { values } };
        return Set(name, array.Values.Count == 0 ? null : new Value { ArrayValue = array });
    }

    public FieldWriter Map(string name, MapValue? value) => Set(name, value is null ? null : new Value { MapValue = value });

    /// <summary>A map whose keys came from outside. An entry whose key cannot be a field's name becomes a map that tells it.</summary>
    public FieldWriter Entries<T>(string name, IReadOnlyDictionary<string, T> entries, Func<T, Value> toValue)
    {
        if (entries.Count == 0)
            return this;
        var map = new MapValue();
        foreach (var (key, value) in entries)
        {
            map.Fields[FieldNames.ForKey(key)] = FieldNames.IsName(key)
                ? toValue(value)
                : new Value { MapValue = new MapValue { Fields = { ["name"] = OfText(key), ["value"] = toValue(value) } } };
        }

        return Map(name, map);
    }

    public FieldWriter Set(string name, Value? value)
    {
        if (value is not null)
            fields[name] = value;
        return this;
    }

    public static MapValue MapOf(Action<FieldWriter> fill)
    {
        var map = new MapValue();
        fill(new FieldWriter(map.Fields));
        return map;
    }

    public static Value OfText(string value) => new() { StringValue = value };

    public static Value OfNumber(long value) => new() { IntegerValue = value };

    /// <summary>Firestore keeps whole microseconds, rounded down; so that what is written is what is read, this does it first.</summary>
    public static Value OfTime(DateTimeOffset value)
    {
        var time = value.UtcDateTime;
        return new Value { TimestampValue = Timestamp.FromDateTime(time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond))) };
    }
}
