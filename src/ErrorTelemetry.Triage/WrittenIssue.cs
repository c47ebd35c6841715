using ErrorTelemetry.Deciding;

namespace ErrorTelemetry;

/// <summary>What became of a decision when it was carried out.</summary>
/// <param name="Action">What was done in the end.</param>
/// <param name="Issue">The issue, if there is one.</param>
/// <param name="Reason">Why it is not what was decided; <see langword="null"/> where it is.</param>
internal sealed record WrittenIssue(TriageAction Action, IssueLink? Issue, string? Reason = null);
