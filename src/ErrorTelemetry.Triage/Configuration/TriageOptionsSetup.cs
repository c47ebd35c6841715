using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Configuration;

/// <summary>What comes after the host's code: the configuration section, then the environment variables.</summary>
internal sealed class TriageOptionsSetup(IServiceProvider services) : IPostConfigureOptions<TriageOptions>
{
    public void PostConfigure(string? name, TriageOptions options)
    {
        services.GetService<IConfiguration>()?.GetSection(TriageOptions.SectionName).Bind(options);
        ApplyEnvironment(options, Environment.GetEnvironmentVariable);
    }

    /// <summary>Takes the environment variables that are set and not blank.</summary>
    public static void ApplyEnvironment(TriageOptions options, Func<string, string?> read)
    {
        options.Repository = Value("GITHUB_REPOSITORY") ?? options.Repository;
        options.Token = Value("GITHUB_TOKEN") ?? options.Token;
        options.GitHubUrl = Value("GITHUB_API_URL") ?? options.GitHubUrl;

        string? Value(string variable) => read(variable) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }
}
