using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry;

/// <summary>Lays the configuration section over what code has set, and reports every value that is no boolean in one message.</summary>
/// <remarks>By hand: the configuration binder would be most of what this package adds to a WebAssembly download.</remarks>
internal sealed class BlazorOptionsSetup(IServiceProvider services) : IPostConfigureOptions<BlazorErrorTelemetryOptions>
{
    private static readonly (string Name, Action<BlazorErrorTelemetryOptions, bool> Set)[] Values =
    [
        (nameof(BlazorErrorTelemetryOptions.InlineStub), static (options, value) => options.InlineStub = value),
        (nameof(BlazorErrorTelemetryOptions.CaptureStockBoundaries), static (options, value) => options.CaptureStockBoundaries = value),
        (nameof(BlazorErrorTelemetryOptions.CaptureRendererErrors), static (options, value) => options.CaptureRendererErrors = value),
        (nameof(BlazorErrorTelemetryOptions.RecoverOnNavigation), static (options, value) => options.RecoverOnNavigation = value),
        (nameof(BlazorErrorTelemetryOptions.CapturePolicyViolations), static (options, value) => options.CapturePolicyViolations = value),
    ];

    public void PostConfigure(string? name, BlazorErrorTelemetryOptions options)
    {
        if (services.GetService<IConfiguration>() is not { } configuration)
            return;
        List<string>? faults = null;
        foreach (var (key, set) in Values)
        {
            if (configuration[$"{BlazorErrorTelemetryOptions.SectionName}:{key}"] is not { Length: > 0 } text)
                continue;
            if (bool.TryParse(text, out var value))
                set(options, value);
            else
                (faults ??= []).Add($"{BlazorErrorTelemetryOptions.SectionName}:{key} must be true or false.");
        }

        if (faults is not null)
            throw new OptionsValidationException(Options.DefaultName, typeof(BlazorErrorTelemetryOptions), faults);
    }
}
