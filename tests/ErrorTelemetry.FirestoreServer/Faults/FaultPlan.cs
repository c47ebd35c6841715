using System.Collections.Concurrent;

namespace ErrorTelemetry.Faults;

/// <summary>The faults that a server makes: at random, and the scripted ones first.</summary>
public sealed class FaultPlan
{
    private static readonly FaultKind[] Passing = [FaultKind.Unavailable, FaultKind.LostAnswer, FaultKind.ResetStream, FaultKind.Aborted];

    private readonly ConcurrentDictionary<string, ConcurrentQueue<FaultKind>> _scripted = new(StringComparer.Ordinal);
    private readonly Random _random = new(20261122);

    /// <summary>The share of calls that fail at random, each in one of the ways that pass, 0 to 1. Default: 0.</summary>
    public double Rate { get; set; }

    /// <summary>What every call meets; <see langword="null"/>: nothing. Default: <see langword="null"/>.</summary>
    public FaultKind? Always { get; set; }

    /// <summary>How long every call takes longer. Default: nothing.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Within this time after a write to a document, the next one to it is <c>ABORTED</c>; zero: never. Default: zero.</summary>
    public TimeSpan WriteInterval { get; set; }

    /// <summary>The next call of this method fails so.</summary>
    public void Script(string method, params FaultKind[] faults)
    {
        var queue = _scripted.GetOrAdd(method, _ => new ConcurrentQueue<FaultKind>());
        foreach (var fault in faults)
            queue.Enqueue(fault);
    }

    internal FaultKind? Next(string method)
    {
        if (_scripted.TryGetValue(method, out var queue) && queue.TryDequeue(out var scripted))
            return scripted;
        if (Always is { } always)
            return always;
        lock (_random)
            return _random.NextDouble() < Rate ? Passing[_random.Next(Passing.Length)] : null;
    }
}
