using static ErrorTelemetry.Classifying.ErrorCategories;
using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>What the codes of databases, of gRPC and of Firebase mean, whatever stands around them.</summary>
internal static class CodeRules
{
    public static IReadOnlyList<ClassificationRule> Databases { get; } =
    [
        Fault(DatabaseFault.Deadlock, "db-code-deadlock", DatabaseDeadlock, High, "Two transactions locked the same rows in different order: let {culprit} and its counterpart touch tables in one order, and keep transactions short.", "Repeat the whole transaction a bounded number of times."),
        Fault(DatabaseFault.Locked, "db-code-locked", DatabaseDeadlock, High, "A writer waits for another one: look for a transaction or reader that {culprit} leaves open.", "Keep write transactions short; for SQLite switch WAL on and set a busy timeout."),
        Fault(DatabaseFault.Conflict, "db-code-conflict", Concurrency, Medium, "Two transactions changed the same rows: run the whole unit of work at {culprit} again, a bounded number of times."),
        Fault(DatabaseFault.Timeout, "db-code-timeout", DatabaseTimeout, High, "Take the statement behind {culprit} and read its plan, and see whether another transaction blocks it at those times.", "Raise the time-out only for work that is meant to be long."),
        Fault(DatabaseFault.Duplicate, "db-code-duplicate", DatabaseConstraint, Medium, "The row exists already: make {culprit} idempotent (insert or update), or catch the violation and tell the user."),
        Fault(DatabaseFault.Constraint, "db-code-constraint", DatabaseConstraint, High, "The data that {culprit} saves breaks a rule of the schema, which the message names: check it where it comes in, before saving."),
        Fault(DatabaseFault.Connection, "db-code-connection", DatabaseConnection, Critical, "Check that the server runs and is reachable from where {culprit} runs, and that the connection string's host, name and account are right.", "Compare the pool's size times the number of processes with what the server allows."),
    ];

    /// <summary>A code that says no more than that it is a database's; asked after the words of schemas and statements.</summary>
    public static ClassificationRule OtherDatabase { get; } =
        Fault(DatabaseFault.Other, "db-code-other", Database, High, "Look up the code in the database's manual, and its log at those times; {culprit} is where the app called it.");

    public static IReadOnlyList<ClassificationRule> Canonical { get; } =
    [
        Code("code-cancelled", Cancelled, Low, "Most often the user left: let {culprit} treat cancellation as an end, not as an error."),
        Code("code-deadline", ErrorCategories.Timeout, Medium, "See which call {culprit} waits for, and how long it takes at those times; give every call a deadline that fits it."),
        Code("code-not-found", NotFound, Medium, "See which name {culprit} asks for: deleted, never there, or of another tenant."),
        Code("code-permission", Authorization, Medium, "See which role, scope or rule {culprit} needs, and whether the caller should have it."),
        Code("code-exhausted", RateLimit, Medium, "Back off with jitter, and bound the number of calls at once at {culprit}; ask for a higher quota if the load is real."),
        Code("code-unauthenticated", Authentication, Medium, "The caller was not signed in, or no longer: let {culprit} renew the token or send the user to sign in."),
        Code("code-unreachable", Network, Medium, "See which address {culprit} calls, and whether its name resolves and its port answers from there."),
        Code("code-service", ExternalService, High, "Find the failing service's own log by time and correlation id.", "Let {culprit} retry what is idempotent with back-off, and show something useful meanwhile."),
        Code("code-argument", Validation, Medium, "The service refuses what {culprit} sends: compare it with the contract and its version."),
        Code("code-conflict", Concurrency, Medium, "Two writers met: read again and repeat the change at {culprit}, a bounded number of times."),
        Code("code-configuration", ErrorCategories.Configuration, High, "Compare how the client of that service is set up at {culprit} with its documentation: it was not initialised, or with another project's values."),
    ];

    private static ClassificationRule Fault(DatabaseFault fault, string id, string category, string severity, params string[] steps) =>
        new() { Id = id, Category = category, Severity = severity, Remediation = steps, Reads = message => DatabaseCodes.Of(message) == fault };

    private static ClassificationRule Code(string id, string category, string severity, params string[] steps) =>
        new() { Id = id, Category = category, Severity = severity, Remediation = steps, Reads = message => CanonicalCodes.CategoryOf(message) == category };
}
