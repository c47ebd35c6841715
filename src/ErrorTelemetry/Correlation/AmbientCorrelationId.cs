using System.Diagnostics;

namespace ErrorTelemetry.Correlation;

/// <summary>The current correlation id where nothing better is registered: the one a host's edge has set for this flow of control, else the trace id.</summary>
internal sealed class AmbientCorrelationId : ICorrelationIdAccessor
{
    private static readonly AsyncLocal<string?> Local = new();

    /// <inheritdoc/>
    public string? Current => Local.Value ?? (Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId.ToHexString() : null);

    /// <summary>Sets the id for what the caller's asynchronous method calls from here on. Only needed where the id is not the trace id.</summary>
    public static void Set(string id) => Local.Value = id;
}
