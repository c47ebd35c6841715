using Microsoft.Extensions.Options;

namespace ErrorTelemetry;

/// <summary>The annotations of the options.</summary>
[OptionsValidator]
internal sealed partial class TriageOptionsValidator : IValidateOptions<TriageOptions>;
