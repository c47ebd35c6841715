namespace ErrorTelemetry;

/// <summary>What became of one event of a batch.</summary>
public enum RecordOutcome
{
    /// <summary>It is durable and counted.</summary>
    Recorded = 0,

    /// <summary>Its id was known already; nothing changed.</summary>
    Duplicate = 1,
}
