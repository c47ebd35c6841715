namespace ErrorTelemetry.Loads;

/// <summary>What wrk says of one run.</summary>
/// <param name="Requests">Answers received.</param>
/// <param name="Microseconds">How long it ran.</param>
/// <param name="P50Microseconds">Median latency.</param>
/// <param name="P99Microseconds">99th percentile of the latency.</param>
/// <param name="Refused">Answers with a status from 400.</param>
/// <param name="Failed">Connections that failed, and requests without an answer.</param>
internal sealed record LoadFigures(long Requests, long Microseconds, long P50Microseconds, long P99Microseconds, long Refused, long Failed);
