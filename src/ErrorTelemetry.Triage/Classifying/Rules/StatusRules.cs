using static ErrorTelemetry.Classifying.ErrorCategories;
using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>The app's own 5xx answers without an exception. They hold a route, whose words must not be read as a message: asked first.</summary>
internal static class StatusRules
{
    public static IReadOnlyList<ClassificationRule> Table { get; } =
    [
        new()
        {
            Id = "status-timeout", Category = ErrorCategories.Timeout, Severity = Medium, Mechanisms = [ErrorMechanisms.StatusCode], Messages = ["answered 504"],
            Remediation = ["The endpoint answered that something behind it took too long: follow the correlation id to the call that it waited for."],
        },
        new()
        {
            Id = "status-unavailable", Category = ExternalService, Severity = High, Mechanisms = [ErrorMechanisms.StatusCode], Messages = ["answered 502", "answered 503"],
            Remediation = ["The endpoint answered that something behind it is not there: follow the correlation id to the call that failed."],
        },
        new()
        {
            Id = "status-error", Category = Unknown, Severity = High, Mechanisms = [ErrorMechanisms.StatusCode],
            Remediation = ["The endpoint returned this status itself, without an exception: find in its code where, and why.", "Throw or log the cause there, so that the next event says more."],
        },
    ];
}
