using ErrorTelemetry.Classifying;
using ErrorTelemetry.GitHub;

namespace ErrorTelemetry.Deciding;

/// <summary>All that a decision about one group rests on.</summary>
internal sealed record TriageCandidate(ErrorGroup Group, Classification Classification, IReadOnlyList<ErrorEvent> NewestEvents, int Sessions, IssueLookup Issue)
{
    /// <summary>How much this group hurts: severity first, then how many people and how often.</summary>
    public double Impact => (ErrorSeverities.Rank(Classification.Severity) * 4) + (2 * Math.Log2(1 + Sessions)) + Math.Log2(1 + Group.Count);
}
