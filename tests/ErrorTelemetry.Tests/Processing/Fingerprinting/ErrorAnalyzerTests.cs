namespace ErrorTelemetry.Processing.Fingerprinting;

public class ErrorAnalyzerTests
{
    [Theory]
    [InlineData("Uncaught TypeError: x is not a function", null, "TypeError", "x is not a function")]
    [InlineData("Uncaught (in promise) Error: late", null, "Error", "late")]
    [InlineData("TypeError: x is not a function", "TypeError", "TypeError", "x is not a function")]
    [InlineData("x is not a function", "TypeError", "TypeError", "x is not a function")]
    [InlineData("Script error.", null, "Error", "Script error.")]
    [InlineData("Payment: declined", "PaymentError", "PaymentError", "Payment: declined")]
    public void Analyze_ScriptMessage_SeparatesTypeAndMessage(string message, string? type, string expectedType, string expectedMessage)
    {
        var analysis = ErrorAnalyzer.Analyze(Grouping.Report(message, type));

        Assert.Equal((expectedType, expectedMessage), (analysis.Type, analysis.Message));
    }

    [Fact]
    public void Analyze_MessageThatIsAManagedException_IsReadAsThatException()
    {
        var analysis = ErrorAnalyzer.Analyze(Grouping.Report(
            "Error: System.InvalidOperationException: No cart\n ---> System.FormatException: odd\n   at Shop.Deep.Parse()\n   --- End of inner exception stack trace ---\n   at Shop.Pages.Cart.<BuildRenderTree>b__0_0(MouseEventArgs e)",
            "Error",
            "Error: x\n    at https://shop.example/_framework/dotnet.runtime.js:3:1"));

        Assert.Equal("System.InvalidOperationException", analysis.Type);
        Assert.Equal("No cart", analysis.Message);
        Assert.Equal(["Parse", "BuildRenderTree.<lambda>"], analysis.Frames.Select(f => f.Function));
        Assert.Equal("Shop.Pages.Cart.BuildRenderTree.<lambda>", analysis.Culprit);
        Assert.Equal(("System.FormatException", "odd"), (analysis.Causes.Single().Type, analysis.Causes.Single().Message));
    }

    [Theory]
    [InlineData("System.TypeInitializationException: The type initializer threw an exception. ---> System.DllNotFoundException: Unable to load DLL 'till'", true)]
    [InlineData("Unhandled exception. System.FormatException: odd\n   at Shop.Cart.Total()", true)]
    [InlineData("System.FormatException: odd", false)]
    [InlineData("Move the box ---> there", false)]
    public void Analyze_Message_SaysWhetherItHoldsTheStack(string message, bool expected) =>
        Assert.Equal(expected, ErrorAnalyzer.Analyze(Grouping.Report(message, null)).IsStackInMessage);

    [Fact]
    public void Analyze_StackThatIsAManagedException_GivesTypeAndMessage()
    {
        var analysis = ErrorAnalyzer.Analyze(Grouping.Report("it broke", null, "System.TimeoutException: too slow\n   at Shop.Cart.Total()"));

        Assert.Equal(("System.TimeoutException", "too slow"), (analysis.Type, analysis.Message));
    }

    [Fact]
    public void Analyze_ManagedReport_KeepsItsOwnTypeAndMessage()
    {
        var analysis = ErrorAnalyzer.Analyze(Grouping.Report("mine", "Shop.CartException", "   at Shop.Cart.Total() in /src/Cart.cs:line 4"));

        Assert.Equal(("Shop.CartException", "mine", "Shop.Cart.Total (Cart.cs)"), (analysis.Type, analysis.Message, analysis.Culprit));
    }

    [Fact]
    public void Analyze_CausesOfTheReport_AreParsed()
    {
        var analysis = ErrorAnalyzer.Analyze(Grouping.Report("outer", "Error") with { Causes = [new ErrorCause("TypeError", "inner", "    at go (https://shop.example/a.js:1:2)")] });

        Assert.Equal("go", analysis.Causes.Single().Frames.Single().Function);
        Assert.Equal("go (a.js)", analysis.Culprit);
    }

    [Fact]
    public void Analyze_OnlyLibraryFrames_BlamesTheTopmost() =>
        Assert.Equal("find (jquery.min.js)", ErrorAnalyzer.Analyze(Grouping.Report("x", "Error", "    at find (https://shop.example/lib/jquery.min.js:2:9)")).Culprit);

    [Fact]
    public void Analyze_Wrapper_BlamesWhatItWraps() =>
        Assert.Equal("Shop.Jobs.A", ErrorAnalyzer.Analyze(Grouping.Report(
            "x", null, "System.AggregateException: x (A)\n ---> System.InvalidOperationException: A\n   at Shop.Jobs.A()\n   --- End of inner exception stack trace ---\n   at Shop.Program.Main()")).Culprit);

    [Fact]
    public void Analyze_LongMessageOfManyLines_TitlesItsFirstLineWithinTheLimit()
    {
        var title = ErrorAnalyzer.Analyze(Grouping.Report(new string('a', 245) + "😀😀😀\nsecond", "Error")).Title;

        Assert.True(title.Length <= ErrorLimits.TitleChars);
        Assert.EndsWith("…", title, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(title[^2]));
    }
}
