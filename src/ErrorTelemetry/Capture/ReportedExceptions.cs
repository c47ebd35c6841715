using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ErrorTelemetry.Capture;

/// <summary>Remembers which exception instance was reported in which request, circuit or job, for as long as the exception lives.</summary>
internal sealed class ReportedExceptions
{
    private readonly ConditionalWeakTable<Exception, Marks> _marks = [];

    /// <summary>Marks the exception and everything behind it as reported in the scope.</summary>
    /// <returns><see langword="true"/> if this is the first report; else the id that the earlier one was given.</returns>
    public bool TryMark(Exception exception, object? scope, ReportId id, out ReportId earlier)
    {
        var place = new Place(scope, Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId.ToHexString() : null);
        foreach (var link in ExceptionChain.All(exception))
        {
            if (_marks.TryGetValue(link, out var marks) && marks.Find(place) is { } known)
            {
                earlier = known;
                return false;
            }
        }

        // The exception itself decides between two threads; what lies behind it follows.
        if (!_marks.GetOrCreateValue(exception).TryAdd(place, id, out earlier))
            return false;
        foreach (var link in ExceptionChain.All(exception).Skip(1))
            _marks.GetOrCreateValue(link).TryAdd(place, id, out _);
        return true;
    }

    /// <summary>Where an exception was reported: the request, circuit or job if the hook knows it, and the trace if there is one.</summary>
    private readonly record struct Place(object? Scope, string? Trace);

    private sealed class Marks
    {
        // An exception that is thrown again and again (a static one) must not hold on to every request it met.
        private const int MostPlaces = 8;

        private readonly List<(WeakReference? Scope, string? Trace, ReportId Id)> _entries = [];

        public ReportId? Find(Place place)
        {
            lock (_entries)
                return FindLocked(place);
        }

        public bool TryAdd(Place place, ReportId id, out ReportId earlier)
        {
            lock (_entries)
            {
                if (FindLocked(place) is { } known)
                {
                    earlier = known;
                    return false;
                }

                if (_entries.Count == MostPlaces)
                    _entries.RemoveAt(0);
                _entries.Add((place.Scope is null ? null : new WeakReference(place.Scope), place.Trace, id));
                earlier = id;
                return true;
            }
        }

        private ReportId? FindLocked(Place place)
        {
            foreach (var (scope, trace, id) in _entries)
            {
                if (IsSame(place, scope, trace))
                    return id;
            }

            return null;
        }

        /// <summary>Two known scopes decide. A hook that knows none (the app's own call, a log, the process) is at the same place if the trace says so, or if there is no trace to tell.</summary>
        private static bool IsSame(Place place, WeakReference? scope, string? trace) =>
            place.Scope is not null && scope is not null
                ? Equals(scope.Target, place.Scope)
                : place.Trace is null || trace is null || place.Trace == trace;
    }
}
