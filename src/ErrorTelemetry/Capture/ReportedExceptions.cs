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
        foreach (var link in ExceptionChain.All(exception))
        {
            if (_marks.TryGetValue(link, out var marks) && marks.Find(scope) is { } known)
            {
                earlier = known;
                return false;
            }
        }

        // The exception itself decides between two threads; what lies behind it follows.
        if (!_marks.GetOrCreateValue(exception).TryAdd(scope, id, out earlier))
            return false;
        foreach (var link in ExceptionChain.All(exception).Skip(1))
            _marks.GetOrCreateValue(link).TryAdd(scope, id, out _);
        return true;
    }

    private sealed class Marks
    {
        // An exception that is thrown again and again (a static one) must not hold on to every request it met.
        private const int MostScopes = 8;

        private readonly List<(WeakReference? Scope, ReportId Id)> _entries = [];

        public ReportId? Find(object? scope)
        {
            lock (_entries)
                return FindLocked(scope);
        }

        public bool TryAdd(object? scope, ReportId id, out ReportId earlier)
        {
            lock (_entries)
            {
                if (FindLocked(scope) is { } known)
                {
                    earlier = known;
                    return false;
                }

                if (_entries.Count == MostScopes)
                    _entries.RemoveAt(0);
                _entries.Add((scope is null ? null : new WeakReference(scope), id));
                earlier = id;
                return true;
            }
        }

        /// <summary>No scope means that the hook does not know it (a log, the process), so it takes any for its own.</summary>
        private ReportId? FindLocked(object? scope)
        {
            foreach (var entry in _entries)
            {
                if (scope is null || entry.Scope is null || Equals(entry.Scope.Target, scope))
                    return entry.Id;
            }

            return null;
        }
    }
}
