using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ErrorTelemetry.Issues;

public sealed partial class MarkdownTests
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder().UsePipeTables().UseTaskLists().UseEmphasisExtras().UseAutoLinks(new AutoLinkOptions()).UseFootnotes().Build();

    [Theory]
    [MemberData(nameof(HostileCorpus.All), MemberType = typeof(HostileCorpus))]
    public void Render_HostileTextEverywhere_LeavesNothingLive(string text)
    {
        var rendered = IssueRenderer.Render(HostileContent.Of(text));

        Assert.InRange(rendered.Body.Length, 1, IssueRenderer.MaximumBody);
        var document = Markdig.Markdown.Parse(rendered.Body, GitHub);
        Assert.Empty(document.Descendants<LinkInline>());
        Assert.Empty(document.Descendants<AutolinkInline>());
        Assert.Empty(document.Descendants<HtmlInline>());
        Assert.Equal(3, document.Descendants<HtmlBlock>().Sum(block => block.Lines.ToString().Split("<!-- error-telemetry:").Length - 1));
        Assert.Equal("> ", rendered.Body.Split('\n').First(line => line.StartsWith("> ", StringComparison.Ordinal))[..2]);
        foreach (var literal in document.Descendants<LiteralInline>())
            AssertDead(literal.Content.ToString());
        // In code nothing is live, but a person who quotes it by mail loses the code.
        Assert.DoesNotMatch(@"@[A-Za-z0-9]", rendered.Body);
        Assert.DoesNotMatch(@"#[0-9]", rendered.Body);
        Assert.DoesNotContain(rendered.Body, c => (char.IsControl(c) && c is not '\n' and not '\t') || c is '\u202E' or '\u2066' or '\u2028');
        Assert.False(HasLoneSurrogate(rendered.Body));
        Assert.Equal(Some.Fingerprint("hostile"), IssueMarkers.ReadFingerprint(rendered.Body));
        Assert.Single(OwnMarker().Matches(rendered.Body));
    }

    [Theory]
    [MemberData(nameof(HostileCorpus.All), MemberType = typeof(HostileCorpus))]
    public void Title_HostileText_IsOneDeadLine(string text)
    {
        var title = Markdown.Title(text);

        Assert.InRange(title.Length, 1, 256);
        Assert.DoesNotContain(title, c => char.IsControl(c) || c == '`');
        Assert.False(HasLoneSurrogate(title));
        AssertDead(title);
    }

    [Theory]
    [MemberData(nameof(HostileCorpus.All), MemberType = typeof(HostileCorpus))]
    public void RegressionComment_HostileText_LeavesNothingLive(string text)
    {
        var comment = IssueRenderer.RegressionComment(HostileContent.Of(text), 1, text);

        var document = Markdig.Markdown.Parse(comment, GitHub);
        Assert.Empty(document.Descendants<LinkInline>());
        Assert.Empty(document.Descendants<AutolinkInline>());
        Assert.Empty(document.Descendants<HtmlInline>());
        foreach (var literal in document.Descendants<LiteralInline>())
            AssertDead(literal.Content.ToString());
        Assert.Single(comment.Split("<!--")[1..]);
    }

    [Theory]
    [MemberData(nameof(HostileCorpus.All), MemberType = typeof(HostileCorpus))]
    public void ReplaceSection_HostileText_ReplacesWhollyAndOnce(string text)
    {
        var first = IssueRenderer.Render(HostileContent.Of("before")).Body + "mine";
        var second = IssueRenderer.Render(HostileContent.Of(text)).Body;

        var replaced = IssueMarkers.ReplaceSection(first, second)!;

        Assert.Equal(second + "mine", replaced);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\u001b[1;31mred\u001b[0m", "red")]
    [InlineData("\u001b]0;title\u0007x", "x")]
    [InlineData("\u001b]8;;http://a\u001b\\x", "x")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("a\u202Eb\u200Bc", "abc")]
    [InlineData("a\U000E0041b", "ab")]
    [InlineData("👨‍👩‍👧", "👨‍👩‍👧")]
    [InlineData("\u001b", "")]
    [InlineData("x\u001b[", "x")]
    public void Clean_Text_KeepsWhatIsVisible(string text, string expected)
    {
        Assert.Equal(expected, HostileText.Clean(text));
        Assert.Equal(expected, HostileText.Clean(HostileText.Clean(text)));
    }

    [Fact]
    public void Span_CorrelationId_CanBeCopied()
    {
        const string Id = "4bf92f3577b34da6a3ce929d0e0e4736";

        Assert.Equal($"`{Id}`", Markdown.Span(Id));
    }

    private static void AssertDead(string text)
    {
        Assert.DoesNotMatch(@"@[A-Za-z0-9]", text);
        Assert.DoesNotMatch(@"#[0-9]", text);
        Assert.DoesNotMatch(@"(?i)\bGH-[0-9]", text);
        Assert.DoesNotMatch(@"\b(?=[a-f]*[0-9])[0-9a-f]{7,40}\b", text);
        Assert.DoesNotMatch(@"(?i)https?://", text);
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return true;
        }

        return false;
    }

    [GeneratedRegex("<!-- error-telemetry:fingerprint")]
    private static partial Regex OwnMarker();
}
