namespace ErrorTelemetry.Classifying;

/// <summary>What kind of error it is, how bad, and what to do next.</summary>
/// <param name="Category">One of <see cref="ErrorCategories"/>, or a category of the host's own rules.</param>
/// <param name="Severity">One of <see cref="ErrorSeverities"/>.</param>
/// <param name="RuleId">The id of the rule that matched.</param>
/// <param name="Remediation">The next steps, plain text, in order. They name the culprit frame where the stack has one; that part is text from the report.</param>
public sealed record Classification(string Category, string Severity, string RuleId, IReadOnlyList<string> Remediation);
