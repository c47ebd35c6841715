using ErrorTelemetry.Protocol;
using Google.Protobuf.WellKnownTypes;
using Value = ErrorTelemetry.Protocol.Value;

namespace ErrorTelemetry.Storage;

/// <summary>What each field transform makes of the value that is stored.</summary>
internal static class Transforms
{
    public static Value Apply(FieldTransform transform, Value? stored, Timestamp requestTime) => transform.TransformTypeCase switch
    {
        FieldTransform.TransformTypeOneofCase.SetToServerValue => new Value { TimestampValue = requestTime },
        FieldTransform.TransformTypeOneofCase.Increment => Increment(stored, Operand(transform.Increment)),
        FieldTransform.TransformTypeOneofCase.Maximum => Extreme(stored, Operand(transform.Maximum), 1),
        FieldTransform.TransformTypeOneofCase.Minimum => Extreme(stored, Operand(transform.Minimum), -1),
        FieldTransform.TransformTypeOneofCase.AppendMissingElements => Append(stored, transform.AppendMissingElements),
        FieldTransform.TransformTypeOneofCase.RemoveAllFromArray => RemoveAll(stored, transform.RemoveAllFromArray),
        _ => throw Refusal.InvalidArgument("A field transform names no transform."),
    };

    /// <summary>What the answer to the commit says of the transform: arrays answer null.</summary>
    public static Value Result(FieldTransform transform, Value value) => transform.TransformTypeCase
        is FieldTransform.TransformTypeOneofCase.AppendMissingElements or FieldTransform.TransformTypeOneofCase.RemoveAllFromArray
        ? new Value { NullValue = NullValue.NullValue }
        : value.Clone();

    private static Value Operand(Value value) =>
        IsNumber(value) ? value : throw Refusal.InvalidArgument("increment, maximum and minimum take an integer or a double.");

    private static bool IsNumber(Value? value) => value is { HasIntegerValue: true } or { HasDoubleValue: true };

    private static Value Increment(Value? stored, Value operand)
    {
        if (!IsNumber(stored))
            return operand.Clone();
        if (stored!.HasDoubleValue || operand.HasDoubleValue)
            return new Value { DoubleValue = Number(stored) + Number(operand) };
        var sum = (Int128)stored.IntegerValue + operand.IntegerValue;
        return new Value { IntegerValue = (long)Int128.Clamp(sum, long.MinValue, long.MaxValue) };
    }

    private static Value Extreme(Value? stored, Value operand, int sign) =>
        !IsNumber(stored) || Math.Sign(ValueOrder.Instance.Compare(operand, stored)) == sign ? operand.Clone() : stored!.Clone();

    private static Value Append(Value? stored, ArrayValue elements)
    {
        var array = ArrayOf(stored);
        foreach (var element in elements.Values.Where(element => !array.Values.Contains(element)))
            array.Values.Add(element.Clone());
        return new Value { ArrayValue = array };
    }

    private static Value RemoveAll(Value? stored, ArrayValue elements)
    {
        var array = new ArrayValue();
        array.Values.AddRange(ArrayOf(stored).Values.Where(value => !elements.Values.Contains(value)));
        return new Value { ArrayValue = array };
    }

    private static ArrayValue ArrayOf(Value? stored) =>
        stored?.ValueTypeCase == Value.ValueTypeOneofCase.ArrayValue ? stored.ArrayValue.Clone() : new ArrayValue();

    private static double Number(Value value) => value.HasIntegerValue ? value.IntegerValue : value.DoubleValue;
}
