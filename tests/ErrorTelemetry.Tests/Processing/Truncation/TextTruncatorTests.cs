namespace ErrorTelemetry.Processing.Truncation;

public sealed class TextTruncatorTests
{
    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("a😀b", 3, "a…")]
    [InlineData("ab😀cd", 5, "ab😀…")]
    [InlineData("ab😀cd", 4, "ab…")]
    public void Truncate_EndsInAnEllipsisWithinTheLimit(string text, int limit, string expected)
    {
        var cut = TextTruncator.Truncate(text, limit);

        Assert.Equal(expected, cut);
        Assert.True(cut.Length <= limit);
    }

    [Fact]
    public void TextLimits_EveryField_HasOne() => Assert.All(Enum.GetValues<TextField>(), field => Assert.True(TextLimits.Of(field) > 0));
}
