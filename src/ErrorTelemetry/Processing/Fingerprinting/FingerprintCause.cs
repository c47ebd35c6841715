namespace ErrorTelemetry.Processing.Fingerprinting;

/// <summary>An error that caused the reported one, as a grouping strategy sees it.</summary>
/// <param name="Type">The cause's type.</param>
/// <param name="Message">The cause's message; empty where it has none.</param>
/// <param name="Frames">The cause's frames, crash first; empty where its stack names none.</param>
public sealed record FingerprintCause(string Type, string Message, IReadOnlyList<ErrorFrame> Frames);
