namespace ErrorTelemetry.Pulls;

/// <summary>A proposed change.</summary>
/// <param name="Files">New content by path from the repository's root; 1 to 20 files, no <c>..</c>, nothing below <c>.git</c> or <c>.github</c>.</param>
/// <param name="Message">What the change does, for the pull request's text. It never becomes a branch name or a commit message.</param>
public sealed record ProposedPatch(IReadOnlyDictionary<string, string> Files, string Message);
