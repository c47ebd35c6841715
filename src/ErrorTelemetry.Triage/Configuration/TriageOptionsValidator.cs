using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Configuration;

/// <summary>The annotations of the options.</summary>
[OptionsValidator]
internal sealed partial class TriageOptionsValidator : IValidateOptions<TriageOptions>;
