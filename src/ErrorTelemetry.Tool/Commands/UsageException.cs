namespace ErrorTelemetry.Commands;

/// <summary>The command line or the configuration is wrong; the message says what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
