namespace ErrorTelemetry.Processing.Validation;

public sealed class TextSanitizerTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("tab\tand\nline", "tab\tand\nline")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("nul\0 bell\a esc\u001b[31m del\u007f c1\u0085x", "nul bell esc[31m del c1x")]
    [InlineData("😀 stays", "😀 stays")]
    public void Sanitize_ControlCharacters_AreRemoved(string text, string expected) => Assert.Equal(expected, TextSanitizer.Sanitize(text));

    [Fact]
    public void Sanitize_LoneSurrogates_BecomeReplacementCharacters()
    {
        Assert.Equal("a\uFFFDb", TextSanitizer.Sanitize("a\ud800b"));
        Assert.Equal("a\uFFFD", TextSanitizer.Sanitize("a\ud800"));
        Assert.Equal("\uFFFDa", TextSanitizer.Sanitize("\udc00a"));
    }

    [Fact]
    public void Sanitize_Clean_GivesTheSameInstance()
    {
        var text = "clean 😀".ToString();

        Assert.Same(text, TextSanitizer.Sanitize(text));
    }
}
