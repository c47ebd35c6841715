using System.Text;
using ErrorTelemetry.Protocol;

namespace ErrorTelemetry.Storage;

/// <summary>Firestore's order of values: by kind first, then by value. Integers and doubles are one kind.</summary>
internal sealed class ValueOrder : IComparer<Value>
{
    public static ValueOrder Instance { get; } = new();

    public static int KindOf(Value value) => value.ValueTypeCase switch
    {
        Value.ValueTypeOneofCase.None or Value.ValueTypeOneofCase.NullValue => 0,
        Value.ValueTypeOneofCase.BooleanValue => 1,
        Value.ValueTypeOneofCase.IntegerValue or Value.ValueTypeOneofCase.DoubleValue => 2,
        Value.ValueTypeOneofCase.TimestampValue => 3,
        Value.ValueTypeOneofCase.StringValue => 4,
        Value.ValueTypeOneofCase.BytesValue => 5,
        Value.ValueTypeOneofCase.ReferenceValue => 6,
        Value.ValueTypeOneofCase.ArrayValue => 8,
        _ => 9,
    };

    public int Compare(Value? x, Value? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var kind = KindOf(x);
        var order = kind.CompareTo(KindOf(y));
        if (order != 0)
            return order;
        return kind switch
        {
            0 => 0,
            1 => x.BooleanValue.CompareTo(y.BooleanValue),
            2 => CompareNumbers(x, y),
            3 => x.TimestampValue.CompareTo(y.TimestampValue),
            4 => CompareText(x.StringValue, y.StringValue),
            5 => CompareBytes(x.BytesValue.Span, y.BytesValue.Span),
            6 => CompareNames(x.ReferenceValue, y.ReferenceValue),
            8 => CompareLists(x.ArrayValue.Values, y.ArrayValue.Values),
            _ => CompareMaps(x.MapValue, y.MapValue),
        };
    }

    /// <summary>Document names, segment by segment, in the order of their UTF-8 bytes.</summary>
    public static int CompareNames(string x, string y)
    {
        var left = x.Split('/');
        var right = y.Split('/');
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var order = CompareText(left[i], right[i]);
            if (order != 0)
                return order;
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int CompareText(string x, string y) => CompareBytes(Encoding.UTF8.GetBytes(x), Encoding.UTF8.GetBytes(y));

    private static int CompareBytes(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y) => x.SequenceCompareTo(y);

    private static int CompareNumbers(Value x, Value y) =>
        x.HasIntegerValue && y.HasIntegerValue ? x.IntegerValue.CompareTo(y.IntegerValue) : Number(x).CompareTo(Number(y));

    private static double Number(Value value) => value.HasIntegerValue ? value.IntegerValue : value.DoubleValue;

    private static int CompareLists(IList<Value> x, IList<Value> y)
    {
        for (var i = 0; i < Math.Min(x.Count, y.Count); i++)
        {
            var order = Instance.Compare(x[i], y[i]);
            if (order != 0)
                return order;
        }

        return x.Count.CompareTo(y.Count);
    }

    private static int CompareMaps(MapValue x, MapValue y) => CompareLists(Flatten(x), Flatten(y));

    private static List<Value> Flatten(MapValue map) =>
        [.. map.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).SelectMany(field => new[] { new Value { StringValue = field.Key }, field.Value })];
}
