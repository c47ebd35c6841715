namespace ErrorTelemetry;

/// <summary>Reports errors from code. Injectable everywhere; safe from any thread.</summary>
public interface IErrorReporter
{
    /// <summary>Hands an exception over. Never throws and never blocks; the work happens elsewhere.</summary>
    /// <param name="exception">The exception. An instance, or one of its causes, that was already reported in the same scope is not reported again.</param>
    /// <param name="context">What the caller knows; <see langword="null"/> for nothing.</param>
    /// <returns>The ids under which it will be found; where it was reported already, the ids that it was given then; <see cref="ReportId.None"/> where nothing was taken (telemetry off, queue full).</returns>
    ReportId Report(Exception exception, ErrorContext? context = null);

    /// <summary>Waits until what was handed over before this call is stored or discarded.</summary>
    /// <param name="timeout">How long to wait at most.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task FlushAsync(TimeSpan timeout, CancellationToken cancellationToken = default);
}
