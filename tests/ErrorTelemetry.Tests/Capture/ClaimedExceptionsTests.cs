namespace ErrorTelemetry.Capture;

public sealed class ClaimedExceptionsTests
{
    private readonly ClaimedExceptions _claims = new();

    [Fact]
    public void Contains_ClaimedOrCausedByAClaimed_IsTrueUntilEveryClaimIsReleased()
    {
        var cause = new TimeoutException();
        var wrapped = new InvalidOperationException("wrapped", cause);
        _claims.Claim(cause);
        _claims.Claim(cause);

        Assert.True(_claims.Contains(cause));
        Assert.True(_claims.Contains(wrapped));
        Assert.True(_claims.Contains(new AggregateException(new IOException(), wrapped)));

        _claims.Release(cause);
        Assert.True(_claims.Contains(wrapped));
        _claims.Release(cause);
        Assert.False(_claims.Contains(cause));
        Assert.False(_claims.Contains(wrapped));
    }

    [Fact]
    public void Release_NeverClaimed_DoesNothing()
    {
        var exception = new TimeoutException();

        _claims.Release(exception);

        Assert.False(_claims.Contains(exception));
    }
}
