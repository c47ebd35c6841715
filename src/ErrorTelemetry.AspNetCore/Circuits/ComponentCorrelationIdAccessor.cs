using ErrorTelemetry.Correlation;
using Microsoft.AspNetCore.Http;

namespace ErrorTelemetry.Circuits;

/// <summary>In a circuit the page's id, else the request's correlation id. The request that carries a circuit's connection is nobody's page.</summary>
internal sealed class ComponentCorrelationIdAccessor(CircuitRegistry circuits, IHttpContextAccessor http) : ICorrelationIdAccessor
{
    public string? Current
    {
        get
        {
            if (circuits.Current is { } circuit)
                return circuit.PageId;
            return http.HttpContext is { WebSockets.IsWebSocketRequest: false } request ? RequestCorrelation.Of(request) : null;
        }
    }
}
