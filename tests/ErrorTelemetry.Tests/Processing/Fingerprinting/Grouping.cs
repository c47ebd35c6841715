namespace ErrorTelemetry.Processing.Fingerprinting;

/// <summary>Short ways to a fingerprint.</summary>
internal static class Grouping
{
    public static ErrorReport Report(string message, string? type = null, string? stack = null) =>
        new() { EventId = "event-0001", Message = message, Type = type, Stack = stack, Mechanism = ErrorMechanisms.OnError };

    public static FingerprintResult Compute(ErrorReport report) =>
        new FingerprintStrategyV1().Compute(FingerprintInput.From(ErrorAnalyzer.Analyze(report), report));

    public static string Fingerprint(ErrorReport report) => Compute(report).Fingerprint;
}
