namespace ErrorTelemetry;

public sealed class TriageStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, TriageStatus.Open)]
    [InlineData(0, TriageStatus.Open)]
    [InlineData(1, TriageStatus.Filing)]
    public void StatusAt_Filing_ReadsAsOpenOnceTheClaimHasLapsed(int minutes, TriageStatus expected)
    {
        var state = new TriageState { Status = TriageStatus.Filing, Claim = new TriageClaim("runner", Now.AddMinutes(minutes)) };

        Assert.Equal(expected, state.StatusAt(Now));
    }

    [Fact]
    public void StatusAt_FilingWithoutClaim_ReadsAsOpen() =>
        Assert.Equal(TriageStatus.Open, new TriageState { Status = TriageStatus.Filing }.StatusAt(Now));
}
