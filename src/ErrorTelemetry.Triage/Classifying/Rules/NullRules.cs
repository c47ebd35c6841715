using static ErrorTelemetry.Classifying.ErrorCategories;
using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>Something that was expected to be there was not, in the words of every engine; before the loose rules, since property names can be any word.</summary>
internal static class NullRules
{
    public static IReadOnlyList<ClassificationRule> Members { get; } =
    [
        new()
        {
            Id = "null-reference", Category = NullReference, Severity = High, Types = ["NullReferenceException", "NullPointerException"],
            Remediation = ["See what {culprit} uses without checking: a value that is missing in this case only (first run, empty list, logged out).", "Switch nullable reference types on for the file; say in the type what may be missing."],
        },
        new()
        {
            Id = "null-value-message", Category = NullReference, Severity = High,
            Messages = ["Object reference not set to an instance of an object", "Object reference not set to an instance", "Nullable object must have a value", "Arg_NullReferenceException", "InvalidOperation_NoValue", "on a null reference", "NullReferenceException", "was null when it was not expected", "Unexpected null value", "Null check operator used on a null value", .. LocalisedTexts.MissingValue],
            Remediation = ["See what {culprit} uses without checking that it is there.", "For lists, return an empty one in place of null."],
        },
        new()
        {
            Id = "undefined-member", Category = NullReference, Severity = High,
            Messages =
            [
                "Cannot read properties of undefined", "Cannot read properties of null", "Cannot read property*of undefined", "Cannot read property*of null", "Cannot set properties of undefined", "Cannot set properties of null", "Cannot set property*of undefined", "Cannot set property*of null",
                "undefined is not an object", "null is not an object", "can't access property", "Unable to get property*of undefined or null reference", "Unable to set property*of undefined or null reference", "Cannot destructure property*as it is undefined", "Cannot destructure property*as it is null", "Cannot destructure '*' as it is",
                "Cannot convert undefined or null to object", "Cannot use 'in' operator to search for*in undefined", "Cannot use 'in' operator to search for*in null", "Right side of assignment cannot be destructured", "undefined has no properties", "null has no properties", "(intermediate value)*is undefined", "Cannot delete property*of undefined", "Cannot match against 'undefined' or 'null'",
                "Cannot call method*of undefined", "Cannot call method*of null", "'undefined' is not an object", "'null' is not an object", "should be an object, got undefined", "should be an object, got null", "prototype.*called on null", "Reflect.*called on null", "Object.*called on null", "not be null or undefined", "can't convert undefined to object", "can't convert null to object", "\" because \"*\" is null", "^Object expected$", "^Object required", "reading '*undefined", "undefined is not iterable", "null is not iterable", "object null is not iterable", "Argument 1 ('element') to Window.getComputedStyle must be an instance of Element", .. LocalisedTexts.MissingMember,
            ],
            Remediation = ["The value before the member that the message names is missing at {culprit}: find where it comes from, and what the app should show while it is not there.", "Use optional chaining where absence is normal; where it is not, check at the border (the response, the argument)."],
        },
    ];

    /// <summary>Asked after the shapes of wrong types, which end in the same words.</summary>
    public static IReadOnlyList<ClassificationRule> Values { get; } =
    [
        new()
        {
            Id = "undefined-value", Category = NullReference, Severity = High, Types = ["TypeError"],
            Messages = [" is undefined", " is null", "undefined is not an object"],
            Remediation = ["The value that the message names is missing at {culprit}: find where it comes from, and what the app should show while it is not there.", "Use optional chaining where absence is normal; where it is not, check at the border (the response, the argument)."],
        },
        new()
        {
            Id = "undefined-expression", Category = NullReference, Severity = High,
            Messages = [" is undefined", " is null"],
            When = errorEvent => MessageShapes.IsExpressionBefore(errorEvent.Message, " is undefined") || MessageShapes.IsExpressionBefore(errorEvent.Message, " is null"),
            Remediation = ["The value that the message names is missing at {culprit}: find where it comes from, and what the app should show while it is not there.", "Use optional chaining where absence is normal; where it is not, check at the border (the response, the argument)."],
        },
    ];
}
