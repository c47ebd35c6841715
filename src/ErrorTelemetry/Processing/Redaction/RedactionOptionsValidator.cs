using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Processing.Redaction;

/// <summary>Validates <see cref="RedactionOptions"/> at start, with every fault in one message.</summary>
internal sealed class RedactionOptionsValidator : IValidateOptions<RedactionOptions>
{
    public ValidateOptionsResult Validate(string? name, RedactionOptions options)
    {
        if (options is { DisabledDetectors.Count: 0, SensitiveNames.Count: 0, CustomPatterns.Count: 0 })
            return ValidateOptionsResult.Success;
        var faults = RedactionOptionsFaults.Of(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
