namespace ErrorTelemetry.Processing.Fingerprinting;

/// <summary>Decides which errors belong together. Register one before <c>AddErrorTelemetry()</c> to replace the built-in <c>v1</c>.</summary>
/// <remarks>Called once for each report, from any thread, after redaction; it must be pure: the same input gives the same fingerprint on every machine.</remarks>
public interface IFingerprintStrategy
{
    /// <summary>
    /// The version of the rules, such as <c>v1</c>; stored with each group (<see cref="ErrorEvent.GroupingVersion"/>). Change it, and include it
    /// in what is hashed, whenever the rules change: then a new version starts new groups and never adds to old ones by accident.
    /// </summary>
    string Version { get; }

    /// <summary>Computes the fingerprint.</summary>
    /// <param name="input">What is known of the error, parsed and redacted.</param>
    FingerprintResult Compute(FingerprintInput input);
}
