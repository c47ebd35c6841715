using static ErrorTelemetry.Classifying.ErrorCategories;
using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>Answers of other services by their status, however the client writes it; after what databases, files and parsers say in their own words.</summary>
internal static class HttpRules
{
    public static IReadOnlyList<ClassificationRule> Table { get; } =
    [
        new()
        {
            Id = "http-429", Category = RateLimit, Severity = Medium, Reads = message => HttpStatus.Of(message) is 429,
            Remediation = ["Obey Retry-After at {culprit}, back off with jitter, and bound the number of calls at once.", "Cache answers and batch calls; ask for a higher quota if the load is real."],
        },
        new()
        {
            Id = "http-401", Category = Authentication, Severity = Medium, Reads = message => HttpStatus.Of(message) is 401 or 407,
            Remediation = ["The service did not accept the credentials of {culprit}: a token that is missing, expired or for another audience.", "Let {culprit} renew it or send the user to sign in, and keep what the user was doing."],
        },
        new()
        {
            Id = "http-403", Category = Authorization, Severity = Medium, Reads = message => HttpStatus.Of(message) is 403,
            Remediation = ["The service knows the caller and refuses: see which role, scope or policy {culprit} needs.", "Do not offer what the caller may not do; some firewalls answer 403 too."],
        },
        new()
        {
            Id = "http-404", Category = NotFound, Severity = Medium, Reads = message => HttpStatus.Of(message) is 404 or 410,
            Remediation = ["See which address {culprit} builds, and whether what it names was deleted, renamed, or never there."],
        },
        new()
        {
            Id = "http-timeout", Category = ErrorCategories.Timeout, Severity = Medium, Reads = message => HttpStatus.Of(message) is 408 or 504,
            Remediation = ["Something behind the service took too long: follow the correlation id to the call that it waited for.", "Give every call a time-out that fits it, and retry only what is idempotent."],
        },
        new()
        {
            Id = "http-conflict", Category = Concurrency, Severity = Medium, Reads = message => HttpStatus.Of(message) is 409 or 412 or 423,
            Remediation = ["Two writers met: read again and repeat the change at {culprit}, a bounded number of times."],
        },
        new()
        {
            Id = "http-5xx", Category = ExternalService, Severity = High, Reads = message => HttpStatus.Of(message) is >= 500,
            Remediation = ["Find the failing service's own log by time and correlation id; look at its status page if it is not yours.", "Let {culprit} retry what is idempotent with back-off, and show something useful meanwhile."],
        },
        new()
        {
            Id = "http-4xx", Category = Validation, Severity = Medium, Reads = message => HttpStatus.Of(message) is >= 400,
            Remediation = ["The service refuses what {culprit} sends: its answer's body says why; compare it with the contract and its version."],
        },
    ];
}
