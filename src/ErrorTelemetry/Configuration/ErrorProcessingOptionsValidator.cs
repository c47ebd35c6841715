using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Configuration;

/// <summary>The annotations of <see cref="ErrorProcessingOptions"/>, checked without reflection.</summary>
[OptionsValidator]
internal sealed partial class ErrorProcessingOptionsValidator : IValidateOptions<ErrorProcessingOptions>;
