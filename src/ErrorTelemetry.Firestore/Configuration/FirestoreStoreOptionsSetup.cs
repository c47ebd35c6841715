using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Configuration;

/// <summary>What comes after the host's code: the configuration section, then the named environment variables.</summary>
internal sealed class FirestoreStoreOptionsSetup(IServiceProvider services, FirestoreEnvironment environment) : IPostConfigureOptions<FirestoreStoreOptions>
{
    public void PostConfigure(string? name, FirestoreStoreOptions options)
    {
        services.GetService<IConfiguration>()?.GetSection(FirestoreStoreOptions.SectionName).Bind(options);
        options.EmulatorHost = environment.Read(FirestoreEnvironment.EmulatorHost) ?? options.EmulatorHost;
        options.ProjectId ??= environment.Read(FirestoreEnvironment.Project);
    }
}
