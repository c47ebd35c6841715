using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry.Capture;

/// <summary>The part of the UI edge that needs ASP.NET Core: circuits, requests, routes.</summary>
internal static class ServerServices
{
    // By name, since this assembly also runs in WebAssembly. A literal, so that trimming keeps the type where its assembly is part of the app.
    private const string TypeName = "ErrorTelemetry.Circuits.ComponentServices, ErrorTelemetry.AspNetCore";

    /// <summary>The services to add; none in a host without ErrorTelemetry.AspNetCore.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2057", Justification = "The name is a literal of this family; without the assembly there is nothing to add.")]
    public static IEnumerable<ServiceDescriptor> Find() =>
        Type.GetType(TypeName, throwOnError: false) is { } type && Activator.CreateInstance(type) is IServiceCollection services ? services : [];
}
