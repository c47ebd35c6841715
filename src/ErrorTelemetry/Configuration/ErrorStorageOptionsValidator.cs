using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Configuration;

/// <summary>The annotations of <see cref="ErrorStorageOptions"/>, checked without reflection.</summary>
[OptionsValidator]
internal sealed partial class ErrorStorageOptionsValidator : IValidateOptions<ErrorStorageOptions>;
