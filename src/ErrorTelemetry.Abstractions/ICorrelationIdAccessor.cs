namespace ErrorTelemetry;

/// <summary>The correlation id of what is going on right now.</summary>
public interface ICorrelationIdAccessor
{
    /// <summary>The current request's or circuit's correlation id, or <see langword="null"/> outside of one.</summary>
    string? Current { get; }
}
