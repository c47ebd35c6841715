using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Configuration;

/// <summary>Binds the section after the host's code has run, since the last one wins. A host without configuration has none.</summary>
internal sealed class SqliteStoreOptionsSetup(IServiceProvider services) : IPostConfigureOptions<SqliteStoreOptions>
{
    public void PostConfigure(string? name, SqliteStoreOptions options) =>
        services.GetService<IConfiguration>()?.GetSection(SqliteStoreOptions.SectionName).Bind(options);
}
