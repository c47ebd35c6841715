using System.Text.Json.Serialization;

namespace ErrorTelemetry.Json;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErrorReport))]
[JsonSerializable(typeof(ErrorEvent))]
[JsonSerializable(typeof(ErrorGroup))]
[JsonSerializable(typeof(TriageState))]
[JsonSerializable(typeof(IReadOnlyList<GroupRelease>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class ErrorTelemetryJsonContext : JsonSerializerContext;
