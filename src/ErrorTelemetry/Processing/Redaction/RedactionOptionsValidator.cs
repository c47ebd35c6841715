using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Processing.Redaction;

/// <summary>Validates <see cref="RedactionOptions"/> at start, with every fault in one message.</summary>
internal sealed class RedactionOptionsValidator : IValidateOptions<RedactionOptions>
{
    public ValidateOptionsResult Validate(string? name, RedactionOptions options)
    {
        var faults = RedactionOptionsFaults.Of(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
