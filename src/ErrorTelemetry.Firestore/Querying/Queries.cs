using ErrorTelemetry.Documents;
using ErrorTelemetry.Protocol;

namespace ErrorTelemetry.Querying;

/// <summary>Every query that the store sends. Each needs an index of <c>firestore.indexes.json</c>.</summary>
internal static class Queries
{
    private const string DocumentName = "__name__";

    /// <summary>Groups in the order and with the range of the query; what an index cannot serve beside the range is the caller's to filter.</summary>
    public static StructuredQuery Groups(string collection, GroupQuery query, Cursor? after, int limit)
    {
        var filters = new List<Filter>();
        if (query.Status is { } status)
            filters.Add(OfStatus(status));
        if (query.Order == GroupOrder.Count && query.MinCount > 1)
            filters.Add(Where(GroupDocument.Count, FieldFilter.Types.Operator.GreaterThanOrEqual, FieldWriter.OfNumber(query.MinCount)));
        if (query.Order == GroupOrder.LastSeen && query.LastSeenSince is { } since)
            filters.Add(Where(GroupDocument.LastSeenMs, FieldFilter.Types.Operator.GreaterThanOrEqual, FieldWriter.OfNumber(since.ToUnixTimeMilliseconds())));
        return Build(collection, filters, OrderField(query.Order), after, limit);
    }

    /// <summary>Groups last seen before a time.</summary>
    public static StructuredQuery IdleGroups(string collection, DateTimeOffset before, Cursor? after, int limit) =>
        Build(collection, [Where(GroupDocument.LastSeenMs, FieldFilter.Types.Operator.LessThan, FieldWriter.OfNumber(before.ToUnixTimeMilliseconds()))], GroupDocument.LastSeenMs, after, limit);

    /// <summary>Events with a code in one of the fields that hold codes, newest first.</summary>
    public static StructuredQuery Events(string collection, string field, string value, int limit) =>
        Build(collection, [Where(field, FieldFilter.Types.Operator.Equal, FieldWriter.OfText(value))], EventDocument.Timestamp, null, limit);

    /// <summary>A group's events that happened before a time; all of them without one. Only their names.</summary>
    public static StructuredQuery EventNames(string collection, string fingerprint, DateTimeOffset? before, int limit)
    {
        var filters = new List<Filter> { Where(EventDocument.Fingerprint, FieldFilter.Types.Operator.Equal, FieldWriter.OfText(fingerprint)) };
        if (before is { } time)
            filters.Add(Where(EventDocument.Timestamp, FieldFilter.Types.Operator.LessThan, FieldWriter.OfTime(time)));
        return OnlyNames(Build(collection, filters, EventDocument.Timestamp, null, limit));
    }

    /// <summary>Receipts that have done their work. Only their names.</summary>
    public static StructuredQuery ExpiredReceipts(string collection, DateTimeOffset now, int limit)
    {
        var query = Build(collection, [Where(EventDocument.ExpireAt, FieldFilter.Types.Operator.LessThan, FieldWriter.OfTime(now))], EventDocument.ExpireAt, null, limit);
        query.OrderBy.Clear();
        return OnlyNames(query);
    }

    public static string OrderField(GroupOrder order) => order == GroupOrder.Count ? GroupDocument.Count : GroupDocument.LastSeenMs;

    public static Cursor After(long value, string name) => new() { Values = { FieldWriter.OfNumber(value), new Value { ReferenceValue = name } }, Before = false };

    /// <summary>A lapsed claim reads as open, which no index knows: both kinds are asked for and the reader tells them apart.</summary>
    private static Filter OfStatus(TriageStatus status)
    {
        if (status != TriageStatus.Open)
            return Where(TriageDocument.StatusPath, FieldFilter.Types.Operator.Equal, FieldWriter.OfText(TriageDocument.Word(status)));
        var words = new ArrayValue { Values = { FieldWriter.OfText(TriageDocument.Word(TriageStatus.Open)), FieldWriter.OfText(TriageDocument.Word(TriageStatus.Filing)) } };
        return Where(TriageDocument.StatusPath, FieldFilter.Types.Operator.In, new Value { ArrayValue = words });
    }

    private static Filter Where(string path, FieldFilter.Types.Operator op, Value value) =>
        new() { FieldFilter = new FieldFilter { Field = new FieldReference { FieldPath = path }, Op = op, Value = value } };

    private static StructuredQuery Build(string collection, List<Filter> filters, string descending, Cursor? after, int limit) => new()
    {
        From = { new CollectionSelector { CollectionId = collection } },
        Where = filters.Count switch
        {
            0 => null,
            1 => filters[0],
            _ => new Filter { CompositeFilter = new CompositeFilter { Op = CompositeFilter.Types.Operator.And, Filters = { filters } } },
        },
        OrderBy = { By(descending, Order.Types.Direction.Descending), By(DocumentName, Order.Types.Direction.Ascending) },
        StartAt = after,
        Limit = limit,
    };

    private static Order By(string path, Order.Types.Direction direction) => new() { Field = new FieldReference { FieldPath = path }, Direction = direction };

    private static StructuredQuery OnlyNames(StructuredQuery query)
    {
        query.Select = new Projection { Fields = { new FieldReference { FieldPath = DocumentName } } };
        return query;
    }
}
