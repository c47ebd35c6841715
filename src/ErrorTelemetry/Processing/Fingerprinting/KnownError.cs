namespace ErrorTelemetry.Processing.Fingerprinting;

/// <summary>The texts of an error with what they gave.</summary>
internal sealed class KnownError
{
    private readonly string? _type;
    private readonly string _message;
    private readonly string? _stack;
    private readonly IReadOnlyList<ErrorCause> _causes;
    private FingerprintResult? _fingerprint;

    public KnownError(ErrorReport redacted)
    {
        // Not the report: its breadcrumbs and tags need not be kept.
        (_type, _message, _stack, _causes) = (redacted.Type, redacted.Message, redacted.Stack, redacted.Causes);
        Analysis = ErrorAnalyzer.Analyze(redacted);
    }

    public ErrorAnalysis Analysis { get; }

    public bool Is(ErrorReport redacted) =>
        redacted.Stack == _stack && redacted.Message == _message && redacted.Type == _type && redacted.Causes.SequenceEqual(_causes);

    /// <summary>The fingerprint of a report with these texts. A host's own strategy is asked for every report; the built-in one once, where the texts alone decide.</summary>
    public FingerprintResult FingerprintOf(ErrorReport redacted, IFingerprintStrategy strategy) =>
        strategy is FingerprintStrategyV1 && FingerprintStrategyV1.IsDecidedByTexts(Analysis, redacted)
            ? _fingerprint ??= strategy.Compute(FingerprintInput.From(Analysis, redacted))
            : strategy.Compute(FingerprintInput.From(Analysis, redacted));
}
