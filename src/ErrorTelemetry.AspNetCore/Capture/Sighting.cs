namespace ErrorTelemetry.Capture;

/// <summary>An exception that one of the hooks saw during a request.</summary>
/// <param name="Exception">The exception.</param>
/// <param name="Mechanism">The first hook that saw it.</param>
/// <param name="ResponseHadStarted">Whether the client had been told a status already, which then says nothing about the outcome.</param>
internal sealed record Sighting(Exception Exception, string Mechanism, bool ResponseHadStarted);
