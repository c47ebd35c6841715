using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Configuration;

/// <summary>Lays the configuration over what the host's code has set, and finds every fault at once.</summary>
internal static class AspNetCoreOptionsReader
{
    private static readonly (string Key, Func<ErrorTelemetryRateLimitOptions, int> Get, Action<ErrorTelemetryRateLimitOptions, int> Set)[] Numbers =
    [
        ("RateLimit:AddressBurst", static limits => limits.AddressBurst, static (limits, value) => limits.AddressBurst = value),
        ("RateLimit:AddressPerMinute", static limits => limits.AddressPerMinute, static (limits, value) => limits.AddressPerMinute = value),
        ("RateLimit:SessionBurst", static limits => limits.SessionBurst, static (limits, value) => limits.SessionBurst = value),
        ("RateLimit:SessionPerMinute", static limits => limits.SessionPerMinute, static (limits, value) => limits.SessionPerMinute = value),
    ];

    private static readonly (string Key, Action<ErrorTelemetryAspNetCoreOptions, bool> Set)[] Flags =
    [
        ("RateLimit:Enabled", static (options, value) => options.RateLimit.Enabled = value),
        ("CaptureHandled", static (options, value) => options.CaptureHandled = value),
    ];

    /// <exception cref="OptionsValidationException">Something is out of its bounds; the message names everything that is.</exception>
    public static ErrorTelemetryAspNetCoreOptions Read(ErrorTelemetryAspNetCoreOptions options, IConfiguration? configuration)
    {
        var faults = new List<string>();
        if (configuration?.GetSection(ErrorTelemetryOptions.SectionName) is { } section)
            Bind(options, section, faults);

        foreach (var (key, get, _) in Numbers)
        {
            if (get(options.RateLimit) is < 1 or > ErrorTelemetryRateLimitOptions.Most)
                faults.Add($"ErrorTelemetry:{key} must be 1 to {ErrorTelemetryRateLimitOptions.Most}.");
        }

        foreach (var origin in options.AllowedOrigins)
        {
            if (!IsOrigin(origin))
                faults.Add($"ErrorTelemetry:AllowedOrigins: '{origin}' must be * or scheme://host[:port] without a path (example: https://shop.example).");
        }

        return faults.Count == 0 ? options : throw new OptionsValidationException(nameof(ErrorTelemetryAspNetCoreOptions), typeof(ErrorTelemetryAspNetCoreOptions), faults);
    }

    private static void Bind(ErrorTelemetryAspNetCoreOptions options, IConfigurationSection section, List<string> faults)
    {
        foreach (var (key, set) in Flags)
        {
            if (section[key] is not { Length: > 0 } text)
                continue;
            if (bool.TryParse(text, out var value))
                set(options, value);
            else
                faults.Add($"ErrorTelemetry:{key} must be true or false.");
        }

        foreach (var (key, _, set) in Numbers)
        {
            if (section[key] is not { Length: > 0 } text)
                continue;
            if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value))
                set(options.RateLimit, value);
            else
                faults.Add($"ErrorTelemetry:{key} must be a whole number.");
        }

        var origins = section.GetSection("AllowedOrigins").GetChildren().Select(child => child.Value).OfType<string>().ToList();
        if (origins.Count == 0)
            return;
        options.AllowedOrigins.Clear();
        origins.ForEach(options.AllowedOrigins.Add);
    }

    private static bool IsOrigin(string? text) =>
        text == "*"
        || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Host.Length > 0
            && string.Equals(text.TrimEnd('/'), uri.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase) && uri.UserInfo.Length == 0);
}
