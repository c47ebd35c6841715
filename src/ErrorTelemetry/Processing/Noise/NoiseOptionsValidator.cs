using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Processing.Noise;

/// <summary>Validates <see cref="NoiseOptions"/> at start, with every fault in one message.</summary>
internal sealed class NoiseOptionsValidator : IValidateOptions<NoiseOptions>
{
    public ValidateOptionsResult Validate(string? name, NoiseOptions options)
    {
        if (options is { DisabledPacks.Count: 0, EnabledPacks.Count: 0 })
            return ValidateOptionsResult.Success;
        var faults = Faults(nameof(options.DisabledPacks), options.DisabledPacks)
            .Concat(Faults(nameof(options.EnabledPacks), options.EnabledPacks))
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(string option, IEnumerable<string> ids) =>
        ids.Where(id => NoisePacks.All.All(pack => pack.Id != id))
            .Select(id => $"{NoiseOptions.SectionName}:{option}: there is no pack '{id}'; docs/noise.md lists them.");
}
