namespace ErrorTelemetry.Correlation;

/// <summary>A correlation id that stays with its request because it cannot be read off it again.</summary>
internal sealed record CorrelationFeature(string Id);
