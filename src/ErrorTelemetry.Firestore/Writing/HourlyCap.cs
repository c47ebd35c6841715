namespace ErrorTelemetry.Writing;

/// <summary>How many events of each group may still be kept in this clock hour. Not thread-safe.</summary>
internal sealed class HourlyCap(int limit, TimeProvider time)
{
    private readonly Dictionary<string, int> _kept = new(StringComparer.Ordinal);
    private long _hour;

    public bool TryTake(string fingerprint)
    {
        Turn();
        var kept = _kept.GetValueOrDefault(fingerprint);
        if (kept >= limit)
            return false;
        _kept[fingerprint] = kept + 1;
        return true;
    }

    /// <summary>The event was known already and has not been kept after all.</summary>
    public void GiveBack(string fingerprint)
    {
        Turn();
        if (_kept.TryGetValue(fingerprint, out var kept))
            _kept[fingerprint] = Math.Max(kept - 1, 0);
    }

    public void Forget(string fingerprint) => _kept.Remove(fingerprint);

    private void Turn()
    {
        var hour = time.GetUtcNow().UtcTicks / TimeSpan.TicksPerHour;
        if (hour == _hour)
            return;
        _hour = hour;
        _kept.Clear();
    }
}
