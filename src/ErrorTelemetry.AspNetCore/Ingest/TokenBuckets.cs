using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace ErrorTelemetry.Ingest;

/// <summary>One token bucket a client, for at most so many clients; further ones share a bucket. A bucket that is full again is forgotten.</summary>
internal sealed class TokenBuckets<TKey>(int burst, int perMinute, int mostPartitions, TimeProvider time)
    where TKey : notnull
{
    /// <summary>The partition limit of the design: about 20 MiB of buckets at worst.</summary>
    public const int MostPartitions = 50_000;

    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<TKey, TokenBucketRateLimiter> _buckets = new();
    private readonly TokenBucketRateLimiter _shared = Create(burst, perMinute);
    private long _lastSweep = time.GetTimestamp();

    // The dictionary counts by locking all of itself.
    private int _count;

    /// <summary>Takes one token.</summary>
    /// <returns><see langword="null"/> if there was one, else how long to wait for the next.</returns>
    public TimeSpan? Take(TKey key)
    {
        var bucket = BucketOf(key);
        bucket.TryReplenish();
        using var lease = bucket.AttemptAcquire();
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);
    }

    /// <summary>How many clients have a bucket of their own.</summary>
    public int Count => Volatile.Read(ref _count);

    private TokenBucketRateLimiter BucketOf(TKey key)
    {
        if (_buckets.TryGetValue(key, out var known))
            return known;
        SweepSometimes();
        if (Count >= mostPartitions)
            return _shared;

        var created = Create(burst, perMinute);
        if (!_buckets.TryAdd(key, created))
            return _buckets.TryGetValue(key, out known) ? known : _shared;
        Interlocked.Increment(ref _count);
        return created;
    }

    private void SweepSometimes()
    {
        var last = Volatile.Read(ref _lastSweep);
        var now = time.GetTimestamp();
        if (time.GetElapsedTime(last, now) < SweepInterval || Interlocked.CompareExchange(ref _lastSweep, now, last) != last)
            return;

        foreach (var (key, bucket) in _buckets)
        {
            bucket.TryReplenish();
            // A full bucket is as good as a new one. It has no timer and is not disposed, so that a request that just got it can go on using it.
            if (bucket.GetStatistics()?.CurrentAvailablePermits >= burst && _buckets.TryRemove(key, out _))
                Interlocked.Decrement(ref _count);
        }
    }

    // Replenished when asked, token by token: no timers, and a Retry-After of the next token instead of the next minute.
    private static TokenBucketRateLimiter Create(int burst, int perMinute) => new(new TokenBucketRateLimiterOptions
    {
        AutoReplenishment = false,
        TokenLimit = burst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
        QueueLimit = 0,
    });
}
