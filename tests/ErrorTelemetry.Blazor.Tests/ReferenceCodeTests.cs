namespace ErrorTelemetry;

public sealed class ReferenceCodeTests
{
    [Fact]
    public void New_AnyPage_StartsWithThePageIdAndIsAValidCorrelationId() =>
        Assert.Matches(@"^page-12345678\.[a-z2-9]{4}\z", ReferenceCode.New("page-12345678"));

    [Fact]
    public void New_TheLongestPageId_StaysWithinTheLimit() =>
        Assert.Equal(ErrorLimits.IdChars, ReferenceCode.New(new string('p', ErrorLimits.IdChars)).Length);

    [Fact]
    public void New_ManyTimes_IsNotTheSame() =>
        Assert.True(Enumerable.Range(0, 50).Select(_ => ReferenceCode.New("page-12345678")).Distinct().Count() > 45);

    [Fact]
    public void NewPageId_Always_IsSixteenHexDigits() =>
        Assert.Matches(@"^[0-9a-f]{16}\z", ReferenceCode.NewPageId());
}
