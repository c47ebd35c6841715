using static ErrorTelemetry.Classifying.ErrorCategories;
using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>Wrong types and wrong states: the general rules, asked last. What engines say in fixed words stands in <see cref="ScriptRules"/>.</summary>
internal static class TypeRules
{
    public static IReadOnlyList<ClassificationRule> Table { get; } =
    [
        new()
        {
            Id = "disposed", Category = InvalidState, Severity = Medium, Types = ["ObjectDisposedException"],
            Remediation = ["{culprit} uses an object after its end: work that outlives its request, a missing await, or a scoped service kept in a longer-lived one."],
        },
        new()
        {
            Id = "disposed-message", Category = InvalidState, Severity = Medium, Messages = ["Cannot access a disposed", "has been disposed", "was disposed", "already disposed", "Cannot access a closed", "IFeatureCollection has been disposed", "already been closed", "is detached"],
            Remediation = ["{culprit} uses an object after its end: work that outlives its request, a missing await, or an event that is still subscribed."],
        },
        new()
        {
            Id = "not-implemented", Category = InvalidState, Severity = High, Types = ["NotImplementedException", "NotSupportedException", "NotSupportedError"],
            Remediation = ["{culprit} reached code that is not there, or that this platform does not offer: remove the way to it, or build it."],
        },
        new()
        {
            Id = "invalid-state", Category = InvalidState, Severity = High, Types = ["InvalidOperationException", "InvalidStateError", "InvalidAccessError", "InvariantException", "ApplicationException", "SwitchExpressionException", "UnreachableException", "TargetInvocationException", "TypeInitializationException", "LockedException", "InvalidStateException", "StateError", "OperationError"],
            Remediation = ["See in which order {culprit} is called and what state it expects; the message says what was wrong with it.", "Make the wrong order impossible, or check and say so where the order comes from."],
        },
        new()
        {
            Id = "invalid-state-message", Category = InvalidState, Severity = High,
            Messages = ["Operation is not valid due to the current state", "invalid state", "InvalidStateError", "already been started", "Headers are read-only, response has already started", "StatusCode cannot be set because the response has already started", "response has already started", "Sequence contains more than one", "Stack empty", "Queue empty", "Enumeration has not started", "Enumeration has either not started", "Synchronous operations are disallowed", "is not implemented", "not supported", "Non-exhaustive", "was of a fixed size", "already started one or more requests", "already sent", "state is 'recording'", "state is 'inactive'", "'broken' state", "no supported source", "already been used with this registry", "does not support the operation or argument", "CONTEXT_LOST", "WebGL", "context lost", "type initializer for", "Collection is read-only", "may not be called on a task", "already set", "already been set", "already initialized", "already been initialized", "has not been initialized", "not been called", "must be called before", "already completed", "has already completed", "already running", "not running", "has already started", "has not started", "is closed", "is frozen", "is sealed"],
            Remediation = ["See in which order {culprit} is called and what state it expects; the message says what was wrong with it."],
        },
    ];
}
