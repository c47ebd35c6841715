namespace ErrorTelemetry.Issues;

/// <summary>An issue as it is sent.</summary>
/// <param name="Title">One line, at most 256 UTF-16 units.</param>
/// <param name="Body">Markdown, at most 65,536 UTF-16 units.</param>
/// <param name="Labels">The labels, the one by which triage finds its issues first.</param>
public sealed record RenderedIssue(string Title, string Body, IReadOnlyList<string> Labels);
