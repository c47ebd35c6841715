namespace ErrorTelemetry.Browser;

/// <summary>The exceptions behind an exception.</summary>
internal static class ExceptionTree
{
    /// <summary>Deeper trees exist only by mistake.</summary>
    private const int MostExceptions = 50;

    /// <summary>The exception and everything behind it, nearest first.</summary>
    public static List<Exception> All(Exception exception)
    {
        var all = new List<Exception> { exception };
        for (var i = 0; i < all.Count && all.Count < MostExceptions; i++)
        {
            if (all[i] is AggregateException aggregate)
                all.AddRange(aggregate.InnerExceptions);
            else if (all[i].InnerException is { } inner)
                all.Add(inner);
        }

        return all;
    }

    /// <summary>What to report: the leaves of an aggregate, any other exception itself.</summary>
    public static IEnumerable<Exception> Leaves(Exception exception) =>
        exception is AggregateException aggregate && aggregate.Flatten().InnerExceptions is { Count: > 0 } leaves ? leaves : [exception];
}
