namespace ErrorTelemetry.Processing.Validation;

/// <summary>What reading a body gave: a report, or every fault at once.</summary>
internal sealed record ReportReading(ErrorReport? Report, IReadOnlyList<ReportFault> Faults);
