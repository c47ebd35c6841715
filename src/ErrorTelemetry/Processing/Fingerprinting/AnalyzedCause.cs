namespace ErrorTelemetry.Processing.Fingerprinting;

/// <summary>A cause as its text says it.</summary>
/// <param name="Type">The cause's type; <c>Error</c> where the text names none.</param>
/// <param name="Message">The cause's message; empty where it has none.</param>
/// <param name="Frames">The cause's frames, crash first.</param>
internal sealed record AnalyzedCause(string Type, string Message, IReadOnlyList<ErrorFrame> Frames);
