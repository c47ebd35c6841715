namespace ErrorTelemetry.Processing.Redaction;

public class RedactionOptionsTests
{
    [Fact]
    public void Validate_SeveralFaults_AreAllInOneMessage()
    {
        var options = new RedactionOptions();
        options.DisabledDetectors.Add("no-such-detector");
        options.SensitiveNames.Add("9 lives");
        options.SensitiveNames.Add("ab  cd");
        options.CustomPatterns.Add("[A-Z]{5}");
        options.CustomPatterns.Add("shop_[A-Z");
        var result = new RedactionOptionsValidator().Validate(null, options);
        Assert.True(result.Failed);
        foreach (var part in new[] { "no-such-detector", "9 lives", "ab  cd", "[A-Z]{5}", "shop_[A-Z" }) Assert.Contains(part, result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_EveryKnownDetector_Succeeds()
    {
        var options = new RedactionOptions();
        foreach (var detector in DetectorTable.All) options.DisabledDetectors.Add(detector.Id);
        Assert.True(new RedactionOptionsValidator().Validate(null, options).Succeeded);
    }

    [Fact]
    public void DetectorTable_Ids_AreKebabCaseAndUnique()
    {
        Assert.Equal(DetectorTable.All.Count, DetectorTable.All.Select(detector => detector.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(DetectorTable.All, detector => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", detector.Id));
        Assert.All(DetectorTable.All, detector => Assert.Equal(detector.Replacement.Length, Redacted.LengthAt(detector.Replacement, 0)));
    }

    [Fact]
    public void Redact_EverythingSwitchedOff_ChangesNothing()
    {
        var redactor = Redaction.Without([.. DetectorTable.All.Select(detector => detector.Id)]);
        foreach (var (text, _) in SecretCorpus.Texts) Assert.Same(text, redactor.Redact(text, new RedactionCounts()));
    }
}
