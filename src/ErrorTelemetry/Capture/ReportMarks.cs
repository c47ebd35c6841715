namespace ErrorTelemetry.Capture;

/// <summary>A few exceptions with the places where they were reported; the next one takes the place of the oldest.</summary>
internal sealed class ReportMarks
{
    /// <summary>Also how many places are known of one exception that is thrown again and again (a static one).</summary>
    internal const int Most = 8;

    private readonly Lock _gate = new();
    private readonly List<ReportMark> _marks = [];
    private int _oldest;

    public ReportId? Find(Exception exception, ReportPlace place)
    {
        lock (_gate)
            return FindLocked(exception, place);
    }

    public bool TryAdd(Exception exception, ReportPlace place, ReportId id, out ReportId earlier)
    {
        lock (_gate)
        {
            if (FindLocked(exception, place) is { } known)
            {
                earlier = known;
                return false;
            }

            Next().Set(exception, place, id);
            earlier = id;
            return true;
        }
    }

    private ReportMark Next()
    {
        if (_marks.Count < Most)
        {
            _marks.Add(new ReportMark());
            return _marks[^1];
        }

        var oldest = _marks[_oldest];
        _oldest = (_oldest + 1) % Most;
        return oldest;
    }

    private ReportId? FindLocked(Exception exception, ReportPlace place)
    {
        foreach (var mark in _marks)
        {
            if (mark.Is(exception, place))
                return mark.Id;
        }

        return null;
    }
}
