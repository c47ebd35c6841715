namespace ErrorTelemetry.Deciding;

/// <summary>A decision with its reason in one sentence; the reason may hold text from reports.</summary>
internal sealed record TriageDecision(TriageAction Action, string Reason);
