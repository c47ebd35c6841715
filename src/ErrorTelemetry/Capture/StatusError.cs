namespace ErrorTelemetry.Capture;

/// <summary>A 5xx response without an exception.</summary>
/// <param name="Method">The request's method.</param>
/// <param name="Route">The route template, or <see langword="null"/> where none matched.</param>
/// <param name="StatusCode">The status code, 500 to 599.</param>
internal sealed record StatusError(string Method, string? Route, int StatusCode);
