using System.Collections.Concurrent;

namespace ErrorTelemetry.Hosting;

/// <summary>What a server has done since it started.</summary>
public sealed class ServerStatistics
{
    private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _writes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _metadata = new(StringComparer.Ordinal);
    private long _reads;
    private int _refusedByPressure;

    /// <summary>Calls by method, failed ones included.</summary>
    public IReadOnlyDictionary<string, int> Calls => _calls;

    /// <summary>Committed writes by document name.</summary>
    public IReadOnlyDictionary<string, int> Writes => _writes;

    /// <summary>Each <c>name: value</c> of a call's headers that Firestore routes or authorises by.</summary>
    public IReadOnlyDictionary<string, int> Headers => _metadata;

    /// <summary>Documents that were read, the missing ones included, as they are billed.</summary>
    public long Reads => Interlocked.Read(ref _reads);

    /// <summary>Commits that were refused because a document was written too often.</summary>
    public int RefusedByPressure => Volatile.Read(ref _refusedByPressure);

    /// <summary>Begins again from nothing.</summary>
    public void Clear()
    {
        _calls.Clear();
        _writes.Clear();
        _metadata.Clear();
        Interlocked.Exchange(ref _reads, 0);
        Interlocked.Exchange(ref _refusedByPressure, 0);
    }

    internal void Count(string method) => _calls.AddOrUpdate(method, 1, (_, count) => count + 1);

    internal void CountWrite(string name) => _writes.AddOrUpdate(name, 1, (_, count) => count + 1);

    internal void CountHeader(string name, string value) => _metadata.AddOrUpdate($"{name}: {value}", 1, (_, count) => count + 1);

    internal void CountReads(int documents) => Interlocked.Add(ref _reads, documents);

    internal void CountRefusedByPressure() => Interlocked.Increment(ref _refusedByPressure);
}
