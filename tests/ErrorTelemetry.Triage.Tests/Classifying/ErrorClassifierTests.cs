namespace ErrorTelemetry.Classifying;

public sealed class ErrorClassifierTests
{
    private static readonly ErrorClassifier Classifier = new();

    [Fact]
    public void Classify_WithCulpritFrame_NamesItInTheFirstStep()
    {
        var frame = new ErrorFrame("Total", "Shop.Cart", "/src/Shop/Cart.cs", 42, null, InApp: true);

        var classification = Classifier.Classify(Some.Event() with { Type = "System.NullReferenceException", Message = "x", CulpritFrame = frame });

        Assert.Equal(ErrorCategories.NullReference, classification.Category);
        Assert.Contains("Shop.Cart.Total (Cart.cs:42)", classification.Remediation[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Classify_WithoutAnyFrame_StillReadsAsASentence()
    {
        var classification = Classifier.Classify(Some.Event() with { Type = "Widget", Message = "???", CulpritFrame = null, Culprit = null, Stack = null, Causes = [] });

        Assert.Equal(ErrorClassifier.UnknownRuleId, classification.RuleId);
        Assert.StartsWith("Start at the code that threw", classification.Remediation[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Classify_StepThatBeginsWithTheCulpritWithoutAnyFrame_BeginsWithACapital()
    {
        var classification = Classifier.Classify(Some.Event() with { Type = "ReferenceError", Message = "cart is not defined", CulpritFrame = null, Culprit = null, Stack = null, Causes = [] });

        Assert.StartsWith("The code that threw uses a name", classification.Remediation[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Classify_InnerException_IsFoundInCausesAndInTheStackText()
    {
        var byCause = Classifier.Classify(Some.Event() with
        {
            Type = "System.Exception", Message = "Saving failed", Causes = [new ErrorCause("Npgsql.PostgresException", "40P01: deadlock detected", null)],
        });
        var byStack = Classifier.Classify(Some.Event() with
        {
            Type = "System.Exception", Message = "Saving failed", Stack = "System.Exception: Saving failed\n ---> System.TimeoutException: too late\n   at A.B()",
        });

        Assert.Equal(ErrorCategories.DatabaseDeadlock, byCause.Category);
        Assert.Equal(ErrorCategories.Timeout, byStack.Category);
    }

    [Fact]
    public void Classify_HostRule_IsAskedBeforeTheBuiltInOnes()
    {
        var classifier = new ErrorClassifier([new ClassificationRule { Id = "payments", Category = "payments", Severity = ErrorSeverities.Critical, Types = ["NullReferenceException"], Remediation = ["Call the bank."] }]);

        Assert.Equal("payments", classifier.Classify(Some.Event() with { Type = "System.NullReferenceException" }).Category);
    }

    [Theory]
    [InlineData("null-reference", "x", "high")]
    [InlineData("", "x", "high")]
    [InlineData("mine", " ", "high")]
    [InlineData("mine", "x", "urgent")]
    public void Constructor_FaultyHostRule_IsRefused(string id, string category, string severity) =>
        Assert.Throws<ArgumentException>(() => new ErrorClassifier([new ClassificationRule { Id = id, Category = category, Severity = severity, Remediation = [] }]));
}
