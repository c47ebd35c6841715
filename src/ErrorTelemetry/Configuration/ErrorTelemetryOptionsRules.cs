using System.Buffers;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Configuration;

/// <summary>The rules of <see cref="ErrorTelemetryOptions"/> that no annotation states; all faults at once.</summary>
internal sealed class ErrorTelemetryOptionsRules(EnvironmentVariables environment) : IValidateOptions<ErrorTelemetryOptions>
{
    private static readonly SearchValues<char> PathChars =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._~-");

    public ValidateOptionsResult Validate(string? name, ErrorTelemetryOptions options)
    {
        var faults = new List<string>();
        if (options.IngestPath is not ['/', _, ..] || options.IngestPath.AsSpan().ContainsAnyExcept(PathChars))
            faults.Add("ErrorTelemetry:IngestPath must start with '/' and hold only letters, digits and /._~- (example: /api/telemetry/error).");
        foreach (var variable in (string[])[EnvironmentVariables.Enabled, EnvironmentVariables.ServerErrors])
        {
            if (!environment.TryGetFlag(variable, out _))
                faults.Add($"The environment variable {variable} must be true or false.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
