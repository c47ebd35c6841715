namespace ErrorTelemetry;

/// <summary>What became of a report that was handed to the pipeline.</summary>
internal enum IngestStatus
{
    /// <summary>Durable and counted.</summary>
    Recorded,

    /// <summary>Its id was known already.</summary>
    Duplicate,

    /// <summary>Taken and dropped, for a reason that sending it again would not change.</summary>
    Discarded,

    /// <summary>Not taken; sending it again later may work.</summary>
    Unavailable,
}
