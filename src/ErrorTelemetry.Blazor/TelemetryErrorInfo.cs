namespace ErrorTelemetry;

/// <summary>What a <see cref="TelemetryErrorBoundary"/> knows of the error that it shows.</summary>
public sealed class TelemetryErrorInfo
{
    private readonly Action _recover;

    internal TelemetryErrorInfo(Exception exception, string? referenceCode, Action recover)
    {
        Exception = exception;
        ReferenceCode = referenceCode;
        _recover = recover;
    }

    /// <summary>The exception. Its message is for developers: show <see cref="ReferenceCode"/> to users instead.</summary>
    public Exception Exception { get; }

    /// <summary>The correlation id under which the error is found; <see langword="null"/> where it was not taken (telemetry off, queue full).</summary>
    public string? ReferenceCode { get; }

    /// <summary>Renders the content anew. Call it from an event handler of the error content.</summary>
    public void Recover() => _recover();
}
