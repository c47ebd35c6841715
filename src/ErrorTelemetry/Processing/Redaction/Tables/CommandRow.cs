namespace ErrorTelemetry.Processing.Redaction.Tables;

/// <summary>A command that takes a password behind a short flag.</summary>
/// <param name="Name">How the command line starts.</param>
/// <param name="Flag">The flag before the password.</param>
/// <param name="Attached">Whether the password stands right behind the flag, without a blank: <c>-phunter2</c>.</param>
internal readonly record struct CommandRow(string Name, string Flag, bool Attached = false);
