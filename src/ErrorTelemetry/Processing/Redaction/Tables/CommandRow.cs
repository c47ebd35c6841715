namespace ErrorTelemetry.Processing.Redaction.Tables;

/// <summary>A command that takes a password behind a short flag, or as one of its words.</summary>
/// <param name="Name">How the command line starts.</param>
/// <param name="Flag">The flag before the password; empty where it is a word of its own.</param>
/// <param name="Attached">Whether the password stands right behind the flag, without a blank: <c>-phunter2</c>.</param>
/// <param name="Word">Without a flag: which word the password is, from 0; flags, and a drive's letter, are not counted.</param>
/// <param name="Behind">The sign between user and password, where both are one word: <c>-U joe%hunter2</c>.</param>
internal readonly record struct CommandRow(string Name, string Flag, bool Attached = false, int Word = -1, char Behind = '\0');
