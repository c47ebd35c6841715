using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ErrorTelemetry.Capture;

/// <summary>
/// Remembers which exception instance was reported in which request, circuit or job, until it is collected or thousands of others have been reported since: there are 8,192 marks, one for each exception of a
/// chain, in sets by the instance's hash. A storm costs it no more memory than that, and no handle of the collector's for each error, as a <see cref="ConditionalWeakTable{TKey, TValue}"/> would.
/// </summary>
internal sealed class ReportedExceptions
{
    private const int Sets = 1024;

    private readonly ReportMarks?[] _sets = new ReportMarks?[Sets];

    /// <summary>Marks the exception and everything behind it as reported in the scope.</summary>
    /// <returns><see langword="true"/> if this is the first report; else the id that the earlier one was given.</returns>
    public bool TryMark(Exception exception, object? scope, ReportId id, out ReportId earlier)
    {
        var place = new ReportPlace(scope, Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId.ToHexString() : null);

        // The exception itself decides between two threads; what lies behind it follows.
        if (exception is not AggregateException && exception.InnerException is null)
            return Marks(exception).TryAdd(exception, place, id, out earlier);
        foreach (var link in ExceptionChain.All(exception))
        {
            if (Marks(link).Find(link, place) is { } known)
            {
                earlier = known;
                return false;
            }
        }

        if (!Marks(exception).TryAdd(exception, place, id, out earlier))
            return false;
        foreach (var link in ExceptionChain.All(exception).Skip(1))
            Marks(link).TryAdd(link, place, id, out _);
        return true;
    }

    private ReportMarks Marks(Exception exception)
    {
        ref var marks = ref _sets[(uint)RuntimeHelpers.GetHashCode(exception) % Sets];
        return marks ?? Interlocked.CompareExchange(ref marks, new ReportMarks(), null) ?? marks;
    }
}
