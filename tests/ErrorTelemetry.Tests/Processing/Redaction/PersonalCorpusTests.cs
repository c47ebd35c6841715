namespace ErrorTelemetry.Processing.Redaction;

public class PersonalCorpusTests
{
    public static TheoryData<string, string, string> Rows => [.. PersonalCorpus.Rows];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Redact_PersonalData_IsGoneAndSaysItsKind(string id, string text, string secret)
    {
        var (redacted, counts) = Redaction.Counted(text);
        Assert.DoesNotContain(secret, redacted, StringComparison.Ordinal);
        Assert.True(counts.ContainsKey(id), redacted);
        Assert.Same(redacted, Redaction.Of(redacted));
    }
}
