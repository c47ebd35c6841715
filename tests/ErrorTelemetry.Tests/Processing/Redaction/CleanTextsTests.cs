namespace ErrorTelemetry.Processing.Redaction;

public sealed class CleanTextsTests
{
    private static readonly string Stack = string.Concat(Enumerable.Repeat("    at cartTotal (https://shop.test/assets/cart.js:12:34)\n", 20));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1_000)]
    public void Has_AnEqualText_IsTrueOnceAdded(int chars)
    {
        var clean = new CleanTexts();
        var text = Stack[..chars];

        Assert.False(clean.Has(text));
        clean.Add(text);

        Assert.True(clean.Has(new string(text.AsSpan())));
    }

    [Fact]
    public void Has_ATextThatDiffersAnywhere_IsFalse()
    {
        var clean = new CleanTexts();
        clean.Add(Stack);

        for (var i = 0; i < Stack.Length; i++)
            Assert.False(clean.Has($"{Stack[..i]}\u0001{Stack[(i + 1)..]}"));
    }

    [Fact]
    public void Add_TooLong_KeepsNothing()
    {
        var clean = new CleanTexts();
        var text = new string('a', 8_193);
        clean.Add(text);

        Assert.False(clean.Has(text));
    }

    [Fact]
    public void Redact_TheSameReportAgain_IsTheSameAndCountsTheSame()
    {
        var redactor = new ReportRedactor(new TextRedactor(new RedactionOptions()), []);
        var report = Some.Report() with { Stack = Stack, ComponentStack = $"{Stack}\npassword=hunter2-hunter2" };
        RedactionCounts first = new(), second = new();

        var once = redactor.Redact(report, first);
        var twice = redactor.Redact(report, second);

        Assert.Equal(Stack, twice.Stack);
        Assert.Equal(once.ComponentStack, twice.ComponentStack);
        Assert.DoesNotContain("hunter2", twice.ComponentStack);
        Assert.True(first.Total > 0);
        Assert.Equal(first.ToDictionary(), second.ToDictionary());
    }
}
