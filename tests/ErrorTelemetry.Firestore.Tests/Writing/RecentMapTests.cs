using Microsoft.Extensions.Time.Testing;

namespace ErrorTelemetry.Writing;

public sealed class RecentMapTests
{
    [Fact]
    public void Set_MoreThanTheCapacity_ForgetsTheOldestHalf()
    {
        var map = new RecentMap<int>(100, TimeSpan.FromHours(1), new FakeTimeProvider());
        for (var i = 0; i < 120; i++)
            map.Set($"{i}", i);

        Assert.False(map.TryGet("0", out _));
        Assert.True(map.TryGet("60", out _));
        Assert.True(map.TryGet("119", out var last));
        Assert.Equal(119, last);
    }

    [Fact]
    public void TryGet_WithinTheAge_Remembers()
    {
        var time = new FakeTimeProvider();
        var map = new RecentMap<int>(100, TimeSpan.FromHours(25), time);
        map.Set("a", 1);
        time.Advance(TimeSpan.FromHours(24.9));
        map.Set("b", 2);
        Assert.True(map.TryGet("a", out _));

        time.Advance(TimeSpan.FromHours(25));
        map.Set("c", 3);
        time.Advance(TimeSpan.FromHours(25));
        map.Set("d", 4);
        Assert.False(map.TryGet("a", out _));
    }

    [Fact]
    public void Remove_And_RemoveWhere_ForgetInBothHalves()
    {
        var map = new RecentMap<int>(4, TimeSpan.FromHours(1), new FakeTimeProvider());
        foreach (var i in Enumerable.Range(0, 4))
            map.Set($"{i}", i);

        map.Remove("0");
        map.RemoveWhere(value => value is 1 or 3);

        Assert.Equal([2], Enumerable.Range(0, 4).Where(i => map.TryGet($"{i}", out _)));
    }
}
