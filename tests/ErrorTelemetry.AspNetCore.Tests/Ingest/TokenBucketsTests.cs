using Microsoft.Extensions.Time.Testing;

namespace ErrorTelemetry.Ingest;

public sealed class TokenBucketsTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Take_PastTheBurst_SaysHowLongToWait()
    {
        var buckets = new TokenBuckets<int>(burst: 3, perMinute: 1, mostPartitions: 10, _time);

        for (var i = 0; i < 3; i++)
            Assert.Null(buckets.Take(1));

        Assert.Equal(TimeSpan.FromMinutes(1), buckets.Take(1));
        Assert.Null(buckets.Take(2));
    }

    [Fact]
    public void Take_WaitIsOneTokensTime()
    {
        var buckets = new TokenBuckets<int>(burst: 1, perMinute: 30, mostPartitions: 10, _time);
        buckets.Take(1);

        Assert.Equal(TimeSpan.FromSeconds(2), buckets.Take(1));
    }

    [Fact]
    public void Take_AfterAWhile_HasTokensAgain()
    {
        var buckets = new TokenBuckets<int>(burst: 1, perMinute: 1_000_000, mostPartitions: 10, _time);

        Assert.Null(buckets.Take(1));
        Assert.True(SpinWait.SpinUntil(() => buckets.Take(1) is null, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void Take_MoreClientsThanPartitions_ShareOneBucket()
    {
        var buckets = new TokenBuckets<int>(burst: 2, perMinute: 1, mostPartitions: 10, _time);

        for (var client = 0; client < 12; client++)
            Assert.Null(buckets.Take(client));

        Assert.Equal(10, buckets.Count);
        Assert.NotNull(buckets.Take(99));
        Assert.Null(buckets.Take(0));
    }

    [Fact]
    public void Take_FullBuckets_AreForgottenAndMakeRoom()
    {
        var buckets = new TokenBuckets<int>(burst: 1, perMinute: 1_000_000, mostPartitions: 10, _time);
        for (var client = 0; client < 10; client++)
            buckets.Take(client);

        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(11));
                buckets.Take(100);
                return buckets.Count == 1;
            },
            TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void Take_ByManyThreads_GivesExactlyTheBurst()
    {
        var buckets = new TokenBuckets<int>(burst: 100, perMinute: 1, mostPartitions: 10, _time);
        var taken = 0;

        Parallel.For(0, 1000, i =>
        {
            if (buckets.Take(i % 2) is null)
                Interlocked.Increment(ref taken);
        });

        Assert.Equal(200, taken);
        Assert.Equal(2, buckets.Count);
    }
}
