using Microsoft.Extensions.Configuration;

namespace ErrorTelemetry;

internal static class TestConfiguration
{
    public static void Set(this WebApplicationBuilder builder, params (string Key, string Value)[] settings) =>
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)));
}
