using ErrorTelemetry.Classifying.Rules;

namespace ErrorTelemetry.Classifying;

/// <summary>The built-in table, in the order in which it is asked. What is specific stands before what is loose.</summary>
internal static class ClassificationRules
{
    public static IReadOnlyList<ClassificationRule> All { get; } =
    [
        .. StatusRules.Table,
        .. OriginRules.Table,
        .. DeploymentRules.Table,
        .. ResourceRules.Exhaustion,
        .. InteropRules.Table,
        .. RenderingRules.Table,
        .. NullRules.Table,
        .. ConcurrencyRules.Specific,
        .. CallRules.Limits,
        .. DatabaseRules.Table,
        .. ConfigurationRules.Table,
        .. ResourceRules.Files,
        .. SerializationRules.Table,
        .. SecurityRules.Table,
        .. ConcurrencyRules.Loose,
        .. CallRules.Table,
        .. ValidationRules.Table,
        .. TypeRules.Table,
    ];
}
