namespace ErrorTelemetry.Processing.Validation;

public sealed class IdentifiersTests
{
    [Theory]
    [InlineData("8f14e45f", true)]
    [InlineData("8f14e45f-ceea-467f-a4e5-1b2c3d4e5f60", true)]
    [InlineData("A_b-C_d-9", true)]
    [InlineData("short-1", false)]
    [InlineData("-starts-with-dash", false)]
    [InlineData("_starts_with_underscore", false)]
    [InlineData("has.a.dot.in.it", false)]
    [InlineData("has a blank in it", false)]
    [InlineData("ends-with-newline\n", false)]
    [InlineData("ümlaut-in-an-id", false)]
    [InlineData("", false)]
    public void IsEventId_FollowsThePattern(string id, bool expected) => Assert.Equal(expected, Identifiers.IsEventId(id));

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void IsEventId_Length_IsBounded(int length, bool expected) => Assert.Equal(expected, Identifiers.IsEventId(new string('a', length)));

    [Theory]
    [InlineData("0123abcd.x7k2", true)]
    [InlineData("........", true)]
    [InlineData("short", false)]
    [InlineData("semi;colon;here", false)]
    [InlineData("newline-at-end\n", false)]
    public void IsCorrelationId_FollowsThePattern(string id, bool expected) => Assert.Equal(expected, Identifiers.IsCorrelationId(id));

    [Fact]
    public void OwnIds_FitTheirPatterns()
    {
        var page = Identifiers.NewPageId();
        var code = Identifiers.NewReferenceCode(page);

        Assert.True(Identifiers.IsEventId(Identifiers.NewEventId()));
        Assert.True(Identifiers.IsCorrelationId(page));
        Assert.True(Identifiers.IsCorrelationId(code));
        Assert.StartsWith(page + ".", code, StringComparison.Ordinal);
        Assert.Equal(page.Length + 5, code.Length);
    }
}
