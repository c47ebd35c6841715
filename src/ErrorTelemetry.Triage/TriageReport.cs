using System.Text.Json;
using ErrorTelemetry.Deciding;
using ErrorTelemetry.Issues;

namespace ErrorTelemetry;

/// <summary>What a run saw, decided and did.</summary>
public sealed record TriageReport
{
    /// <summary>How it ended.</summary>
    public required TriageOutcome Outcome { get; init; }

    /// <summary>Why it ended early, one message for people; <see langword="null"/> where it did not.</summary>
    public string? Message { get; init; }

    /// <summary>Whether nothing was written.</summary>
    public required bool DryRun { get; init; }

    /// <summary>The repository as <c>owner/name</c>.</summary>
    public required string Repository { get; init; }

    /// <summary>When the run began (UTC).</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Every group of the store, those with the most impact first.</summary>
    public required IReadOnlyList<TriageGroupResult> Groups { get; init; }

    /// <summary>Groups per action.</summary>
    public IReadOnlyDictionary<string, int> Counts =>
        new SortedDictionary<string, int>(Groups.GroupBy(group => ActionName(group.Action)).ToDictionary(group => group.Key, group => group.Count()), StringComparer.Ordinal);

    /// <summary>What waits for a threshold, a cap or a limit, those with the most impact first.</summary>
    public IReadOnlyList<TriageGroupResult> Waiting => [.. Groups.Where(group => group.Action == TriageAction.Wait)];

    /// <summary>The exit code of a tool that ran this.</summary>
    public int ExitCode => (int)Outcome;

    /// <summary>The report as one JSON document: the words of this type in camelCase, times as RFC 3339.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, TriageJsonContext.Default.TriageReport);

    /// <summary>The report as Markdown, for <c>GITHUB_STEP_SUMMARY</c>. Text from reports stands in code.</summary>
    public string ToMarkdown() => TriageSummary.Write(this);

    internal static string ActionName(TriageAction action) => JsonSerializer.Serialize(action, TriageJsonContext.Default.TriageAction).Trim('"');
}
