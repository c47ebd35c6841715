namespace ErrorTelemetry;

/// <summary>An error that caused another one: an inner exception, or <c>Error.cause</c> in a browser.</summary>
/// <param name="Type">The cause's type, or <see langword="null"/> where it is unknown.</param>
/// <param name="Message">The cause's message, or <see langword="null"/> where it has none.</param>
/// <param name="Stack">The cause's raw stack text, or <see langword="null"/> where it has none.</param>
public sealed record ErrorCause(string? Type, string? Message, string? Stack);
