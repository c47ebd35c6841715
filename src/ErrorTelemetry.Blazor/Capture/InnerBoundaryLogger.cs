using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry.Capture;

/// <summary>Makes the logger that ours took the place of.</summary>
internal static class InnerBoundaryLogger
{
    public static IErrorBoundaryLogger? Create(ServiceDescriptor? descriptor, IServiceProvider services) => descriptor switch
    {
        null => null,
        { ImplementationInstance: IErrorBoundaryLogger instance } => instance,
        { ImplementationFactory: { } factory } => factory(services) as IErrorBoundaryLogger,
        { ImplementationType: { } type } => ActivatorUtilities.CreateInstance(services, type) as IErrorBoundaryLogger,
        _ => null,
    };
}
