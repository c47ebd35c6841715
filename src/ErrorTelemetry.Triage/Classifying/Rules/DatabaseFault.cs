namespace ErrorTelemetry.Classifying.Rules;

/// <summary>What a database's own code says went wrong.</summary>
internal enum DatabaseFault
{
    None,
    Duplicate,
    Constraint,
    Deadlock,
    Locked,
    Conflict,
    Timeout,
    Connection,
    Other,
}
