using ErrorTelemetry.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ErrorTelemetry.Capture;

/// <summary>A real generic host with ErrorTelemetry and a fake store.</summary>
internal static class TestHost
{
    public static (IHost Host, FakeStore Store) Create(Action<HostApplicationBuilder>? configure = null)
    {
        var store = new FakeStore();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Testing" });
        builder.Services.AddSingleton<IErrorStore>(store);
        builder.Services.AddErrorTelemetry(options => options.Release = "1.0.0");
        builder.Services.Configure<HostOptions>(options => options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
        configure?.Invoke(builder);
        return (builder.Build(), store);
    }

    public static void Set(this HostApplicationBuilder builder, string key, string value) =>
        builder.Configuration.AddInMemoryCollection([new KeyValuePair<string, string?>(key, value)]);
}
