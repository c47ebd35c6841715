using ErrorTelemetry.Classifying;

namespace ErrorTelemetry.Output;

/// <summary>A group with what is only known when it is looked at: its status now and its classification.</summary>
internal sealed record GroupView(ErrorGroup Group, TriageStatus Status, Classification Classification)
{
    public static GroupView Create(ErrorGroup group, DateTimeOffset now, ErrorClassifier classifier) =>
        new(group, group.Triage.StatusAt(now), classifier.Classify(group.Sample));
}
