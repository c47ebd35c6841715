namespace ErrorTelemetry.Capture;

/// <summary>The exceptions behind an exception.</summary>
internal static class ExceptionChain
{
    /// <summary>Deeper chains exist only by mistake or malice.</summary>
    private const int MostExceptions = 100;

    /// <summary>What directly caused an exception: all of an aggregate's, the one of any other.</summary>
    public static IReadOnlyList<Exception> DirectCauses(Exception exception) => exception switch
    {
        AggregateException aggregate => aggregate.InnerExceptions,
        { InnerException: { } inner } => [inner],
        _ => [],
    };

    /// <summary>The exception and everything behind it, nearest first.</summary>
    public static IEnumerable<Exception> All(Exception exception)
    {
        var waiting = new Queue<Exception>();
        waiting.Enqueue(exception);
        for (var seen = 0; waiting.Count > 0 && seen < MostExceptions; seen++)
        {
            var current = waiting.Dequeue();
            yield return current;
            foreach (var cause in DirectCauses(current))
                waiting.Enqueue(cause);
        }
    }

    /// <summary>What to report: the leaves of an aggregate, any other exception itself.</summary>
    public static IReadOnlyList<Exception> Leaves(Exception exception)
    {
        if (exception is not AggregateException aggregate)
            return [exception];
        var leaves = aggregate.Flatten().InnerExceptions;
        return leaves.Count == 0 ? [exception] : [.. leaves.Take(MostExceptions)];
    }
}
