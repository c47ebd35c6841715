using ErrorTelemetry.Protocol;
using ErrorTelemetry.Storage;

namespace ErrorTelemetry.Queries;

/// <summary>A query with its implied orders spelled out, checked against the indexes that are deployed.</summary>
internal sealed class QueryPlan
{
    private QueryPlan(StructuredQuery query)
    {
        if (query.From.Count != 1 || query.From[0].AllDescendants || query.From[0].CollectionId.Length == 0)
            throw Refusal.InvalidArgument("A query is from exactly one collection.");
        Query = query;
        Collection = query.From[0].CollectionId;
        Filters = [.. Flatten(query.Where)];
        Orders = ImpliedOrders();
    }

    public StructuredQuery Query { get; }

    public string Collection { get; }

    public IReadOnlyList<FieldFilter> Filters { get; }

    public IReadOnlyList<IndexField> Orders { get; }

    public static QueryPlan Of(StructuredQuery query, IndexCatalog indexes)
    {
        var plan = new QueryPlan(query);
        plan.RequireIndex(indexes);
        return plan;
    }

    private static IEnumerable<FieldFilter> Flatten(Filter? filter) => filter?.FilterTypeCase switch
    {
        null or Filter.FilterTypeOneofCase.None => [],
        Filter.FilterTypeOneofCase.FieldFilter => [filter.FieldFilter],
        _ when filter.CompositeFilter.Op == CompositeFilter.Types.Operator.And => filter.CompositeFilter.Filters.SelectMany(Flatten),
        _ => throw Refusal.InvalidArgument("This server knows no OR filters."),
    };

    private static bool IsEquality(FieldFilter filter) =>
        filter.Op is FieldFilter.Types.Operator.Equal or FieldFilter.Types.Operator.In or FieldFilter.Types.Operator.ArrayContains;

    private List<IndexField> ImpliedOrders()
    {
        var orders = Query.OrderBy.Select(order => new IndexField(order.Field.FieldPath, order.Direction == Order.Types.Direction.Descending)).ToList();
        var descending = orders.Count > 0 && orders[^1].Descending;
        if (orders.Any(order => order.Path == FieldPath.DocumentName))
            return orders;
        foreach (var path in Filters.Where(filter => !IsEquality(filter)).Select(filter => filter.Field.FieldPath).Distinct().Order(StringComparer.Ordinal))
        {
            if (orders.All(order => order.Path != path) && path != FieldPath.DocumentName)
                orders.Add(new IndexField(path, descending));
        }

        orders.Add(new IndexField(FieldPath.DocumentName, descending));
        return orders;
    }

    private void RequireIndex(IndexCatalog indexes)
    {
        var equalities = Filters.Where(IsEquality).Select(filter => filter.Field.FieldPath).ToHashSet(StringComparer.Ordinal);
        if (indexes.Covers(Collection, equalities, Orders) || IsServedBySingleFields(indexes, equalities))
            return;
        throw Refusal.NeedsIndex($"{Collection} ({string.Join(", ", equalities.Select(path => $"{path} =").Concat(Orders.Select(order => order.ToString())))})");
    }

    /// <summary>A field's own index serves equalities in the order of names, or one order in whose direction the names go too.</summary>
    private bool IsServedBySingleFields(IndexCatalog indexes, HashSet<string> equalities)
    {
        var paths = equalities.Concat(Orders.Select(order => order.Path)).Where(path => path != FieldPath.DocumentName).ToList();
        if (paths.Any(path => indexes.IsExempt(Collection, path)))
            return false;
        return Orders.Count switch
        {
            1 => true,
            2 => equalities.Count == 0 && Orders[0].Descending == Orders[1].Descending,
            _ => false,
        };
    }
}
