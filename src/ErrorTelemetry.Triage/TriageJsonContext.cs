using System.Text.Json.Serialization;
using ErrorTelemetry.Deciding;

namespace ErrorTelemetry;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true)]
[JsonSerializable(typeof(TriageReport))]
[JsonSerializable(typeof(TriageAction))]
internal sealed partial class TriageJsonContext : JsonSerializerContext;
