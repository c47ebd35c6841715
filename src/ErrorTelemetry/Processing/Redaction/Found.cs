namespace ErrorTelemetry.Processing.Redaction;

/// <summary>A place in the text that must go, and why.</summary>
internal readonly record struct Found(int Start, int End, Detector Detector);
