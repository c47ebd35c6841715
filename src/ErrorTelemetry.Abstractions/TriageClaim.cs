namespace ErrorTelemetry;

/// <summary>One runner's right to file the issue of a group.</summary>
/// <param name="Owner">The runner's random id.</param>
/// <param name="Until">When the claim lapses (UTC); 15 minutes after it was taken.</param>
public sealed record TriageClaim(string Owner, DateTimeOffset Until);
