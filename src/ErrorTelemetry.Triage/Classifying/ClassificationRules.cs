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
        .. NullRules.Members,
        .. ScriptRules.Table,
        .. NullRules.Values,
        .. ConcurrencyRules.Specific,
        .. CallRules.Limits,
        .. DatabaseRules.Table,
        .. CodeRules.Databases,
        .. DatabaseRules.Queries,
        .. CodeRules.Canonical,
        .. ConfigurationRules.Table,
        .. SecurityRules.Codes,
        .. ScriptRules.Casts,
        .. ValidationRules.Arguments,
        .. ResourceRules.Files,
        .. SerializationRules.Table,
        .. ValidationRules.Formats,
        .. ScriptRules.Syntax,
        .. CallRules.Transport,
        .. HttpRules.Table,
        .. SecurityRules.Table,
        .. ConcurrencyRules.Loose,
        .. CallRules.Table,
        .. ScriptRules.Types,
        .. WordRules.Table,
        .. ValidationRules.Table,
        .. CallRules.Types,
        .. TypeRules.Table,
        .. ResourceRules.Other,
    ];
}
