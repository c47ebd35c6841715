using System.Collections.Concurrent;

namespace ErrorTelemetry.Circuits;

/// <summary>The circuits of this process: the current one of a flow of execution, and all by id for hooks that only see an id.</summary>
internal sealed class CircuitRegistry
{
    private readonly AsyncLocal<CircuitState?> _current = new();
    private readonly ConcurrentDictionary<string, CircuitState> _circuits = new(StringComparer.Ordinal);

    public CircuitState? Current
    {
        get => _current.Value;
        set => _current.Value = value;
    }

    public void Add(CircuitState circuit) => _circuits[circuit.Id] = circuit;

    public void Remove(CircuitState circuit) => _circuits.TryRemove(circuit.Id, out _);

    public CircuitState? Find(string? id) => id is not null && _circuits.TryGetValue(id, out var circuit) ? circuit : null;
}
