using Grpc.Core;

namespace ErrorTelemetry.Client;

public sealed class RetryPolicyTests
{
    [Fact]
    public void DelayAfter_MoreAttempts_GrowsToItsBoundAndIsSpread()
    {
        Assert.Equal(TimeSpan.Zero, RetryPolicy.DelayAfter(1, 0));
        Assert.Equal(TimeSpan.FromMilliseconds(50), RetryPolicy.DelayAfter(1, 0.5));
        Assert.Equal(TimeSpan.FromMilliseconds(400), RetryPolicy.DelayAfter(3, 1));
        Assert.Equal(TimeSpan.FromSeconds(3), RetryPolicy.DelayAfter(1000, 1));
    }

    [Fact]
    public void IsTransient_EveryCode_IsDecided() => Assert.Equal(
        [StatusCode.Cancelled, StatusCode.DeadlineExceeded, StatusCode.ResourceExhausted, StatusCode.Aborted, StatusCode.Internal, StatusCode.Unavailable],
        Enum.GetValues<StatusCode>().Where(RetryPolicy.IsTransient).Order());
}
