using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Configuration;

/// <summary>The annotations of <see cref="ErrorTelemetryOptions"/>, checked without reflection.</summary>
[OptionsValidator]
internal sealed partial class ErrorTelemetryOptionsValidator : IValidateOptions<ErrorTelemetryOptions>;
