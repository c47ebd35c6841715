namespace ErrorTelemetry.Capture;

/// <summary>One exception and one place where it was reported. Used again for later ones, with its references, whose handles are what a weak reference costs.</summary>
internal sealed class ReportMark
{
    private readonly WeakReference _exception = new(null);
    private WeakReference? _scope;
    private bool _hasScope;
    private string? _trace;

    public ReportId Id { get; private set; }

    public void Set(Exception exception, ReportPlace place, ReportId id)
    {
        _exception.Target = exception;
        _hasScope = place.Scope is not null;
        if (_hasScope && _scope is null)
            _scope = new WeakReference(place.Scope);
        else if (_scope is not null)
            _scope.Target = place.Scope;
        _trace = place.Trace;
        Id = id;
    }

    public bool Is(Exception exception, ReportPlace place) => ReferenceEquals(_exception.Target, exception) && IsAt(place);

    /// <summary>Two known scopes decide. A hook that knows none (the app's own call, a log, the process) is at the same place if the trace says so, or if there is no trace to tell.</summary>
    private bool IsAt(ReportPlace place) =>
        place.Scope is not null && _hasScope
            ? Equals(_scope!.Target, place.Scope)
            : place.Trace is null || _trace is null || place.Trace == _trace;
}
