using ErrorTelemetry.Processing.Validation;

namespace ErrorTelemetry.Ingest;

/// <summary>What reading a body gave: a report, or why there is none.</summary>
internal readonly record struct BodyReading(ErrorReport? Report, IngestProblem? Problem)
{
    public static BodyReading Refused(IngestProblem problem) => new(null, problem);

    public static BodyReading Of(ReportReading reading) =>
        reading.Report is { } report ? new BodyReading(report, null) : Refused(IngestProblem.Invalid with { Faults = reading.Faults });
}
