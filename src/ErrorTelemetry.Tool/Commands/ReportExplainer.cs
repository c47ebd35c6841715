using ErrorTelemetry.Classifying;
using System.Text.Json;
using ErrorTelemetry.Json;
using ErrorTelemetry.Processing;
using ErrorTelemetry.Processing.Validation;

namespace ErrorTelemetry.Commands;

/// <summary>What the pipeline and the classifier make of one report, as JSON.</summary>
internal sealed class ReportExplainer(ErrorPipeline pipeline, TimeProvider time)
{
    private readonly ErrorClassifier _classifier = new();

    public void Write(Utf8JsonWriter writer, ReportReading reading)
    {
        var result = reading.Report is { } report
            ? pipeline.Process(report, ReportSource.Client, time.GetUtcNow())
            : PipelineResult.Discarded(DiscardReasons.Invalid);

        writer.WriteStartObject();
        writer.WriteBoolean("accepted", result.Event is not null);
        if (result.DiscardReason is { } reason)
            writer.WriteString("discardReason", reason);
        if (result.Rule is { } rule)
            writer.WriteString("discardRule", rule);
        WriteErrors(writer, reading.Faults);
        if (result.Event is { } errorEvent)
        {
            writer.WritePropertyName("event");
            JsonSerializer.Serialize(writer, errorEvent, ErrorTelemetryJson.Event);
            WriteFindings(writer, errorEvent, result);
        }
        else if (reading.Report is { } noise && result.DiscardReason == DiscardReasons.Noise)
        {
            // There is no event, but whoever doubts the rule wants to see what it hides.
            var hidden = pipeline.ProcessNoise(noise, ReportSource.Client, time.GetUtcNow());
            if (hidden.Event is not null)
                WriteFindings(writer, hidden.Event, hidden);
        }

        writer.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<ReportFault> faults)
    {
        writer.WriteStartArray("errors");
        foreach (var fault in faults)
        {
            writer.WriteStartObject();
            writer.WriteString("pointer", fault.Pointer);
            writer.WriteString("message", fault.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteFindings(Utf8JsonWriter writer, ErrorEvent errorEvent, PipelineResult result)
    {
        writer.WriteString("fingerprint", errorEvent.Fingerprint);
        Texts(writer, "fingerprintComponents", result.Fingerprint!.Components);
        writer.WriteStartArray("frames");
        foreach (var frame in result.Frames)
            JsonSerializer.Serialize(writer, frame, ErrorTelemetryJson.Frame);
        writer.WriteEndArray();
        writer.WriteStartObject("redactions");
        foreach (var (kind, count) in errorEvent.Redactions)
            writer.WriteNumber(kind, count);
        writer.WriteEndObject();

        var classification = _classifier.Classify(errorEvent);
        writer.WriteString("category", classification.Category);
        writer.WriteString("severity", classification.Severity);
        writer.WriteString("ruleId", classification.RuleId);
        Texts(writer, "remediation", classification.Remediation);
    }

    private static void Texts(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
