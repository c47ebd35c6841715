namespace ErrorTelemetry.Fakes;

/// <summary>A host that knows its correlation id.</summary>
internal sealed class FixedCorrelationId(string id) : ICorrelationIdAccessor
{
    public string? Current => id;
}
