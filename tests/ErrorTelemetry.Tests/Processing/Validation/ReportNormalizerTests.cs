namespace ErrorTelemetry.Processing.Validation;

public sealed class ReportNormalizerTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, 123, TimeSpan.Zero);

    [Theory]
    [InlineData(ErrorMechanisms.Middleware, ErrorMechanisms.Manual)]
    [InlineData(ErrorMechanisms.Unhandled, ErrorMechanisms.Manual)]
    [InlineData("invented", ErrorMechanisms.Manual)]
    [InlineData(null, ErrorMechanisms.Manual)]
    [InlineData(ErrorMechanisms.Csp, ErrorMechanisms.Csp)]
    public void Normalize_MechanismOfAClient_IsOneThatClientsMayClaim(string? claimed, string expected) =>
        Assert.Equal(expected, Normalize(report => report with { Mechanism = claimed }).Mechanism);

    [Fact]
    public void Normalize_MechanismOfTheServer_Stays() =>
        Assert.Equal(ErrorMechanisms.Middleware, Normalize(report => report with { Mechanism = ErrorMechanisms.Middleware }, ReportSource.Server).Mechanism);

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    [InlineData(-24 * 60, true)]
    [InlineData((-24 * 60) - 1, false)]
    [InlineData(1, false)]
    public void Normalize_Timestamp_IsBelievedWithinADay(int minutes, bool believed)
    {
        var claimed = Now.AddMinutes(minutes);

        Assert.Equal(believed ? claimed : Now, Normalize(report => report with { Timestamp = claimed }).Timestamp);
    }

    [Fact]
    public void Normalize_Timestamp_KeepsMilliseconds() =>
        Assert.Equal(Now.AddMilliseconds(-1), Normalize(report => report with { Timestamp = Now.AddTicks(-5) }).Timestamp);

    [Fact]
    public void Normalize_ReleaseAndEnvironment_ComeFromTheHostWhereTheReportHasNone()
    {
        Assert.Equal("host-release", Normalize(report => report with { Release = null }).Release);
        Assert.Equal("own", Normalize(report => report with { Release = "own" }).Release);
        Assert.Equal("host-environment", Normalize(report => report with { Environment = null }).Environment);
    }

    [Fact]
    public void Normalize_ControlCharacters_AreRemovedEverywhere() =>
        Assert.Equal("ab", Normalize(report => report with { Tags = new Dictionary<string, string> { ["k"] = "a\0b" } }).Tags["k"]);

    private static ErrorReport Normalize(Func<ErrorReport, ErrorReport> change, ReportSource source = ReportSource.Client) =>
        ReportNormalizer.Normalize(change(Some.Report()), source, Now, new ErrorTelemetryOptions { Release = "host-release", Environment = "host-environment" });
}
