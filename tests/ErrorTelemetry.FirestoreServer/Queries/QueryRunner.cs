using ErrorTelemetry.Protocol;
using ErrorTelemetry.Storage;

namespace ErrorTelemetry.Queries;

/// <summary>Runs a plan over the documents of its collection.</summary>
internal static class QueryRunner
{
    public static IEnumerable<Document> Run(QueryPlan plan, IEnumerable<Document> documents)
    {
        var query = plan.Query;
        var filters = plan.Filters.Select(filter => (filter, Path(filter.Field.FieldPath))).ToList();
        var orders = plan.Orders.Select(order => (Path: Path(order.Path), order.Descending)).ToList();
        var rows = documents
            .Where(document => filters.All(filter => Matches(filter.filter, ValueAt(document, filter.Item2))))
            .Select(document => (Document: document, Keys: orders.Select(order => ValueAt(document, order.Path)).ToList()))
            .Where(row => row.Keys.TrueForAll(key => key is not null))
            .Where(row => query.StartAt is null || IsWithin(row.Keys, query.StartAt, orders, start: true))
            .Where(row => query.EndAt is null || IsWithin(row.Keys, query.EndAt, orders, start: false))
            .ToList();
        rows.Sort((x, y) => Compare(x.Keys, y.Keys!, orders));
        return rows
            .Skip(query.Offset)
            .Take(query.Limit ?? int.MaxValue)
            .Select(row => Fields.Project(row.Document, query.Select is { Fields.Count: > 0 } select ? select.Fields.Select(field => field.FieldPath) : null));
    }

    private static IReadOnlyList<string>? Path(string path) => path == FieldPath.DocumentName ? null : FieldPath.Parse(path);

    private static Value? ValueAt(Document document, IReadOnlyList<string>? path) =>
        path is null ? new Value { ReferenceValue = document.Name } : Fields.Get(document.Fields, path);

    private static bool Matches(FieldFilter filter, Value? value)
    {
        if (value is null)
            return false;
        var operand = filter.Value;
        return filter.Op switch
        {
            FieldFilter.Types.Operator.Equal => Order(value, operand) == 0,
            FieldFilter.Types.Operator.NotEqual => Order(value, operand) != 0,
            FieldFilter.Types.Operator.In => operand.ArrayValue.Values.Any(element => Order(value, element) == 0),
            FieldFilter.Types.Operator.ArrayContains => value.ArrayValue?.Values.Any(element => Order(element, operand) == 0) ?? false,
            _ when ValueOrder.KindOf(value) != ValueOrder.KindOf(operand) => false,
            FieldFilter.Types.Operator.LessThan => Order(value, operand) < 0,
            FieldFilter.Types.Operator.LessThanOrEqual => Order(value, operand) <= 0,
            FieldFilter.Types.Operator.GreaterThan => Order(value, operand) > 0,
            FieldFilter.Types.Operator.GreaterThanOrEqual => Order(value, operand) >= 0,
            _ => throw Refusal.InvalidArgument($"This server does not know the operator {filter.Op}."),
        };
    }

    private static int Order(Value x, Value y) => ValueOrder.Instance.Compare(x, y);

    /// <summary>Whether a row lies on the kept side of a cursor; a cursor with <c>before</c> stands just before the position that its values name.</summary>
    private static bool IsWithin(List<Value?> keys, Cursor cursor, List<(IReadOnlyList<string>? Path, bool Descending)> orders, bool start)
    {
        if (cursor.Values.Count > orders.Count)
            throw Refusal.InvalidArgument("A cursor has more values than the query has orders.");
        var order = Compare(keys, cursor.Values, orders);
        return start ? cursor.Before ? order >= 0 : order > 0 : cursor.Before ? order < 0 : order <= 0;
    }

    private static int Compare(List<Value?> x, IList<Value> y, List<(IReadOnlyList<string>? Path, bool Descending)> orders)
    {
        for (var i = 0; i < y.Count; i++)
        {
            var order = Order(x[i]!, y[i]);
            if (order != 0)
                return orders[i].Descending ? -order : order;
        }

        return 0;
    }
}
