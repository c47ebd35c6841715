using System.Globalization;
using ErrorTelemetry.Processing.Redaction;

namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

public class StackDocumentTests
{
    public static TheoryData<string> Names => [.. StackCase.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Parse_StackOfTheCorpus_GivesItsFrames(string name) =>
        Assert.Equal(Case(name).Frames, Frames(Case(name).Stack));

    [Theory]
    [MemberData(nameof(Names))]
    public void Parse_WindowsLineEnds_GivesTheSameFrames(string name) =>
        Assert.Equal(Case(name).Frames, Frames(Case(name).Stack.Replace("\n", "\r\n", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Parse_RedactedStack_LosesNoFrame(string name)
    {
        var redacted = new TextRedactor(new RedactionOptions()).Redact(Case(name).Stack, new RedactionCounts());

        Assert.Equal(StackDocument.Parse(Case(name).Stack).Frames.Select(f => (f.Function, f.Line, f.InApp)), StackDocument.Parse(redacted).Frames.Select(f => (f.Function, f.Line, f.InApp)));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void Parse_AnyCulture_GivesTheSameFrames(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.All(StackCase.All, c => Assert.Equal(c.Frames, Frames(c.Stack)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Parse_NestedCauses_KeepsEachErrorsOwnFrames()
    {
        const string Text = """
            System.InvalidOperationException: outer
             ---> System.ArgumentException: middle
             ---> System.FormatException: innermost
               at Shop.A.One()
               --- End of inner exception stack trace ---
               at Shop.B.Two()
               --- End of inner exception stack trace ---
               at Shop.C.Three()
            """;

        var document = StackDocument.Parse(Text);

        Assert.Equal(["System.InvalidOperationException", "System.ArgumentException", "System.FormatException"], document.Errors.Select(e => e.Type));
        Assert.Equal(["outer", "middle", "innermost"], document.Errors.Select(e => e.MessageIn(Text)));
        Assert.Equal(["Three", "Two", "One"], document.Errors.Select(e => e.Frames.Single().Function));
        Assert.Equal(["One", "Two", "Three"], document.Frames.Select(f => f.Function));
    }

    [Theory]
    [InlineData("[TillException: no rate]", "TillException", "no rate")]
    [InlineData("[SqlException (0x80131904): no 'x']", "SqlException", "no 'x'")]
    [InlineData("[Shop.TillException]", "Shop.TillException", "")]
    [InlineData("[TypeError: rate is [object Object]]", "TypeError", "rate is [object Object]")]
    [InlineData("[12:00:01 ERR] no rate", null, "[12:00:01 ERR] no rate")]
    public void Parse_HeadInBrackets_GivesTypeAndMessage(string head, string? type, string message)
    {
        var text = head + "\n   Shop.Cart.Total(Int32 x) in C:\\Shop\\Cart.cs:12\n   System.Web.UI.Page.Load() +71";

        var error = StackDocument.Parse(text).Errors[0];

        Assert.Equal(type, error.Type);
        Assert.Equal(message, error.MessageIn(text));
        Assert.Equal(2, error.Frames.Count);
    }

    [Fact]
    public void Parse_EndOfInnerInAnotherLanguage_ClosesTheCause()
    {
        var document = StackDocument.Parse("""
            System.Exception: außen ---> System.FormatException: innen
               bei Shop.A.One()
               --- Ende der internen Ausnahmestapelüberwachung ---
               bei Shop.B.Two()
            """);

        Assert.Equal("Two", document.Root.Frames.Single().Function);
    }

    [Fact]
    public void Parse_MessageWithFrameLikeLines_EndsTheMessageAtTheFirstFrame()
    {
        const string Text = "System.Exception: first\nsecond: line (of message)\n   at Shop.A.One()";

        var document = StackDocument.Parse(Text);

        Assert.Equal("first\nsecond: line (of message)", document.Root.MessageIn(Text));
    }

    [Theory]
    [InlineData("sa@db.example.com:5432")]
    [InlineData("@total='12:30")]
    [InlineData("order@1.0.0:2")]
    [InlineData("look   at me")]
    [InlineData("    var rates = Shop.Rates.Read(zone)")]
    [InlineData("    return reader.GetRates(zone, day)")]
    [InlineData("    public static IList<T> ReadAll<T>(Zone zone)")]
    [InlineData("    ?? services.GetService<IRates>()")]
    [InlineData("    => base.Equals(other)")]
    [InlineData("    ship it, C:\\new folder")]
    public void Parse_MessageLineWithAtSign_IsNoFrame(string line)
    {
        var document = StackDocument.Parse($"System.Exception: cannot use\n{line}\n   at Shop.A.One()");

        Assert.Equal("One", Assert.Single(document.Frames).Function);
    }

    [Fact]
    public void Parse_EndlessRecursion_KeepsABoundedNumberOfFrames()
    {
        var text = string.Concat(Enumerable.Repeat("    at deeper (https://shop.example/a.js:1:2)\n", 5_000));

        Assert.Equal(FrameBuilder.MaxFrames, StackDocument.Parse(text).Frames.Count);
    }

    private static StackCase Case(string name) => StackCase.All.Single(c => c.Name == name);

    private static string[] Frames(string stack) => [.. StackDocument.Parse(stack).Frames.Select(Write)];

    private static string Write(ErrorFrame f) =>
        string.Join('|', f.Function ?? "-", f.Module ?? "-", f.File ?? "-", Number(f.Line), Number(f.Column), f.InApp ? "app" : "lib");

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
