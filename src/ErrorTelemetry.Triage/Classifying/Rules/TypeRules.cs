using static ErrorTelemetry.Classifying.ErrorCategories;
using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>Wrong types and wrong states: the general rules, asked last.</summary>
internal static class TypeRules
{
    public static IReadOnlyList<ClassificationRule> Table { get; } =
    [
        new()
        {
            Id = "not-a-function", Category = TypeError, Severity = High,
            Messages =
            [
                "is not a function", "is not a constructor", "is not iterable", "is not a function or its return value is not iterable", "object is not extensible", "Assignment to constant variable", "invalid assignment to const", "Attempted to assign to readonly property", "Cannot assign to read only property", "Cannot redefine property", "has only a getter", "Class constructor*cannot be invoked without 'new'", "Invalid attempt to", "Object doesn't support property or method", "Object doesn't support this action",
                "Illegal invocation", "Converting*to a primitive", "Cannot convert a Symbol", "Cannot convert a BigInt", "Cannot mix BigInt", "is not an instance of", "parameter 1 is not of type", "not of type '", "does not implement interface", "Illegal constructor", "Cannot convert object to primitive value", "Spread syntax requires", "Reduce of empty array with no initial value", "is read-only", "Expected a function", "Function expected", "instanceof is not callable", "Right-hand side of 'instanceof'", "Super expression must", "Symbol.iterator", "Derived constructors",
            ],
            Remediation = ["The value that the message names has another type at {culprit} than the code expects: log its type there, and check the version of the library or answer it comes from.", "Check answers of services at the border; type-check the scripts."],
        },
        new()
        {
            Id = "not-defined", Category = TypeError, Severity = High, Messages = [" is not defined", "Can't find variable", "' is undefined", "Cannot access '*' before initialization", "can't access lexical declaration", "is used before its declaration", "has already been declared"],
            Remediation = ["{culprit} uses a name that does not exist there: a script that has not loaded or was blocked, a typo, or an order of scripts.", "Import what is used; do not rely on globals."],
        },
        new()
        {
            Id = "cast", Category = TypeError, Severity = High, Types = ["InvalidCastException", "ArrayTypeMismatchException", "RuntimeBinderException", "TypeAccessException", "TargetException", "TargetParameterCountException", "AmbiguousMatchException", "FieldAccessException", "MethodAccessException", "MemberAccessException", "ClassCastException"],
            Remediation = ["See what {culprit} gets and what it expects; test with is or as where both may come.", "After reading data, convert explicitly: 1, \"1\" and 1L are three types."],
        },
        new()
        {
            Id = "cast-message", Category = TypeError, Severity = High, Messages = ["Unable to cast object of type", "Specified cast is not valid", "Cannot implicitly convert type", "does not contain a definition for", "Object must be of type", "Invalid cast from", "cannot be converted to type", "Cannot convert type"],
            Remediation = ["See what {culprit} gets and what it expects; convert explicitly."],
        },
        new()
        {
            Id = "type-error", Category = TypeError, Severity = High, Types = ["TypeError", "ReferenceError", "EvalError"],
            Remediation = ["The engine's message names the value: see at {culprit} what it holds in this case.", "Check answers of services at the border; type-check the scripts."],
        },
        new()
        {
            Id = "syntax-error", Category = TypeError, Severity = High, Types = ["SyntaxError"],
            Remediation = ["A script does not parse in this browser: see whether its version is too old for the syntax that is shipped, or the file arrived cut or changed.", "Set the build's target to the browsers that are supported."],
        },
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
            Id = "invalid-state", Category = InvalidState, Severity = High, Types = ["InvalidOperationException", "InvalidStateError", "InvalidAccessError", "InvariantException", "ApplicationException", "SwitchExpressionException", "UnreachableException", "TargetInvocationException", "TypeInitializationException", "LockedException", "InvalidStateException", "StateError"],
            Remediation = ["See in which order {culprit} is called and what state it expects; the message says what was wrong with it.", "Make the wrong order impossible, or check and say so where the order comes from."],
        },
        new()
        {
            Id = "invalid-state-message", Category = InvalidState, Severity = High,
            Messages = ["Operation is not valid due to the current state", "invalid state", "InvalidStateError", "already been started", "Headers are read-only, response has already started", "StatusCode cannot be set because the response has already started", "response has already started", "Sequence contains more than one", "Stack empty", "Queue empty", "Enumeration has not started", "Enumeration has either not started", "Synchronous operations are disallowed", "is not implemented", "not supported", "Non-exhaustive"],
            Remediation = ["See in which order {culprit} is called and what state it expects; the message says what was wrong with it."],
        },
    ];
}
