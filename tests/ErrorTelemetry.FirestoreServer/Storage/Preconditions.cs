using ErrorTelemetry.Protocol;

namespace ErrorTelemetry.Storage;

/// <summary>What a write demands of the document as it stands.</summary>
internal static class Preconditions
{
    public static void Check(Precondition? precondition, Document? current, string name)
    {
        switch (precondition?.ConditionTypeCase)
        {
            case Precondition.ConditionTypeOneofCase.Exists when precondition.Exists && current is null:
                throw Refusal.NoDocument(name);
            case Precondition.ConditionTypeOneofCase.Exists when !precondition.Exists && current is not null:
                throw Refusal.AlreadyExists(name);
            case Precondition.ConditionTypeOneofCase.UpdateTime when current is null:
                throw Refusal.NoDocument(name);
            case Precondition.ConditionTypeOneofCase.UpdateTime when !current!.UpdateTime.Equals(precondition.UpdateTime):
                throw Refusal.Stale(name);
        }
    }
}
