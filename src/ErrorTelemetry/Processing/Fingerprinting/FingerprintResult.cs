namespace ErrorTelemetry.Processing.Fingerprinting;

/// <summary>A group's key and what it was made of.</summary>
/// <param name="Fingerprint">64 lower-case hex digits of SHA-256.</param>
/// <param name="Components">The readable parts that were hashed, in order, such as <c>type: TypeError</c>; for people, shown by <c>error-telemetry explain</c>.</param>
public sealed record FingerprintResult(string Fingerprint, IReadOnlyList<string> Components);
