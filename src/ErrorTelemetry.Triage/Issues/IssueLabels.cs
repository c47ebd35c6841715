using ErrorTelemetry.Classifying;

namespace ErrorTelemetry.Issues;

/// <summary>The labels that triage sets. GitHub compares their names ignoring case; a name has at most 50 characters, a description 100.</summary>
internal static class IssueLabels
{
    /// <summary>The label by which triage lists its own issues.</summary>
    public const string Own = "error-telemetry";

    /// <summary>Marks an issue that was closed as fixed and came back.</summary>
    public const string Regression = "regression";

    /// <summary>A maintainer's word that nothing will be done.</summary>
    public const string WontFix = "wontfix";

    /// <summary>A maintainer's word that the fix is in the release that follows the colon.</summary>
    public const string FixedInPrefix = "fixed-in:";

    private const string SeverityPrefix = "severity:";

    public static IReadOnlyList<string> For(Classification classification) =>
        [Own, HostileText.Cut(HostileText.OneLine(classification.Category).Replace(',', ' '), 50), SeverityPrefix + classification.Severity];

    /// <summary>Colour (six hex digits without <c>#</c>) and description of a label that has to be created.</summary>
    public static (string Color, string Description) Describe(string label) => label switch
    {
        Own => ("5319e7", "Filed by error telemetry from grouped runtime errors"),
        Regression => ("b60205", "Closed as fixed, and seen again in a release that should have the fix"),
        SeverityPrefix + ErrorSeverities.Critical => ("b60205", "Error severity by classification"),
        SeverityPrefix + ErrorSeverities.High => ("d93f0b", "Error severity by classification"),
        SeverityPrefix + ErrorSeverities.Medium => ("fbca04", "Error severity by classification"),
        SeverityPrefix + ErrorSeverities.Low => ("c2e0c6", "Error severity by classification"),
        _ => ("bfd4f2", "Error category by classification"),
    };
}
