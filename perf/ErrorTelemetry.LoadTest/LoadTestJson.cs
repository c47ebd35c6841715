using System.Text.Json.Serialization;
using ErrorTelemetry.Hosts;
using ErrorTelemetry.Loads;
using ErrorTelemetry.Results;

namespace ErrorTelemetry;

/// <summary>What goes between parent, children and wrk, and the result lines. <see cref="ErrorReport"/> is what the bare host deserialises.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErrorReport))]
[JsonSerializable(typeof(HostSettings))]
[JsonSerializable(typeof(HostStats))]
[JsonSerializable(typeof(LoadFigures))]
[JsonSerializable(typeof(ResultRow))]
internal sealed partial class LoadTestJson : JsonSerializerContext;
