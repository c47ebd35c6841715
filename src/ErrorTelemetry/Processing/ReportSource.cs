namespace ErrorTelemetry.Processing;

/// <summary>Who made a report.</summary>
internal enum ReportSource
{
    /// <summary>Somebody outside the process, who may claim anything.</summary>
    Client,

    /// <summary>This process, from an exception that it caught itself.</summary>
    Server,
}
