using ErrorTelemetry.Classifying;

namespace ErrorTelemetry.Issues;

/// <summary>Adds the host's own advice to an issue. Register any number; at most five texts are used. A failing or slow one changes nothing.</summary>
public interface IRemediationAdvisor
{
    /// <summary>Advice as plain text (it is shown in a code block, at most 4,000 UTF-16 units), or <see langword="null"/> for none.</summary>
    /// <param name="group">The group; its texts come from reports and are not to be trusted.</param>
    /// <param name="classification">What the rules say.</param>
    /// <param name="cancellationToken">Ends the wait after <see cref="TriageOptions.HookTimeout"/>.</param>
    Task<string?> AdviseAsync(ErrorGroup group, Classification classification, CancellationToken cancellationToken);
}
