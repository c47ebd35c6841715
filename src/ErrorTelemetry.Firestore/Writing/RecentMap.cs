using System.Diagnostics.CodeAnalysis;

namespace ErrorTelemetry.Writing;

/// <summary>
/// Remembers entries for at least <paramref name="age"/> and at most twice as long, unless more than <paramref name="capacity"/> come: then the oldest half goes.
/// Two dictionaries take turns, so that forgetting costs nothing. Not thread-safe.
/// </summary>
internal sealed class RecentMap<T>(int capacity, TimeSpan age, TimeProvider time)
{
    private Dictionary<string, T> _newer = new(StringComparer.Ordinal);
    private Dictionary<string, T> _older = new(StringComparer.Ordinal);
    private DateTimeOffset _begun = time.GetUtcNow();

    public bool TryGet(string key, [MaybeNullWhen(false)] out T value) => _newer.TryGetValue(key, out value) || _older.TryGetValue(key, out value);

    public void Set(string key, T value)
    {
        var now = time.GetUtcNow();
        if (_newer.Count >= capacity / 2 || now - _begun >= age)
        {
            (_older, _newer, _begun) = (_newer, _older, now);
            _newer.Clear();
        }

        _older.Remove(key);
        _newer[key] = value;
    }

    public void Remove(string key)
    {
        _newer.Remove(key);
        _older.Remove(key);
    }

    public void RemoveWhere(Predicate<T> match)
    {
        foreach (var map in new[] { _newer, _older })
        {
            foreach (var key in map.Where(entry => match(entry.Value)).Select(entry => entry.Key).ToList())
                map.Remove(key);
        }
    }
}
