namespace ErrorTelemetry.Capture;

/// <summary>Where an exception was reported: the request, circuit or job if the hook knows it, and the trace if there is one.</summary>
internal readonly record struct ReportPlace(object? Scope, string? Trace);
