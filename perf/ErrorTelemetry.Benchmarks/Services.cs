using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ErrorTelemetry;

/// <summary>The parts as a host gets them.</summary>
internal static class Services
{
    public static ServiceProvider With(IErrorStore store, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddErrorTelemetry();
        services.Replace(ServiceDescriptor.Singleton(store));
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
