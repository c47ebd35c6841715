using ErrorTelemetry.Processing.Fingerprinting;

namespace ErrorTelemetry.Processing;

public class EventFactoryTests
{
    private const string Text = "Shop.SaveException: Saving failed\n ---> System.FormatException: odd\n   at Shop.Cart.Total()";

    [Theory]
    [InlineData(Text, null, Text)]
    [InlineData(Text, "Error: x\n    at dotnet.js:1:2", Text + "\nError: x\n    at dotnet.js:1:2")]
    [InlineData("it broke", "Error: it broke\n    at app.js:1:2", "Error: it broke\n    at app.js:1:2")]
    [InlineData("it broke", null, null)]
    public void Create_MessageThatHoldsAnException_KeepsItAsTheStack(string message, string? stack, string? expected)
    {
        var report = Grouping.Report(message, null, stack) with { Timestamp = DateTimeOffset.UnixEpoch, Mechanism = ErrorMechanisms.Manual };

        var created = EventFactory.Create(report, ErrorAnalyzer.Analyze(report), new FingerprintResult("f", []), "v1", new RedactionCounts());

        Assert.Equal(expected, created.Stack);
    }
}
