namespace ErrorTelemetry.Processing.Validation;

/// <summary>One thing that is wrong with a report.</summary>
/// <param name="Pointer">A JSON pointer (RFC 6901) to the member; empty for the whole body.</param>
/// <param name="Message">What is wrong and what would be right. Never quotes the report.</param>
internal sealed record ReportFault(string Pointer, string Message);
