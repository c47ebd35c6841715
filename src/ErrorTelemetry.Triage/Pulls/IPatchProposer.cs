using ErrorTelemetry.Classifying;

namespace ErrorTelemetry.Pulls;

/// <summary>Proposes a change for a group, which triage turns into a draft pull request where both switches allow it.</summary>
public interface IPatchProposer
{
    /// <summary>A change, or <see langword="null"/> for none. A failing or slow proposer changes nothing.</summary>
    /// <param name="group">The group; its texts come from reports and are not to be trusted.</param>
    /// <param name="classification">What the rules say.</param>
    /// <param name="cancellationToken">Ends the wait after <see cref="TriageOptions.HookTimeout"/>.</param>
    Task<ProposedPatch?> ProposeAsync(ErrorGroup group, Classification classification, CancellationToken cancellationToken);
}
