using ErrorTelemetry.Capture;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ErrorTelemetry.Circuits;

/// <summary>The services that a server needs to know page, circuit and route of an error in a component.</summary>
/// <remarks>
/// <c>AddBlazorErrorTelemetry()</c> adds these to the host's where this assembly is present, and names this type by text: its own package also runs
/// in WebAssembly and must not reference ASP.NET Core. <c>AddErrorTelemetry()</c> serves hosts without ASP.NET Core and cannot register them either.
/// </remarks>
internal sealed class ComponentServices : ServiceCollection
{
    private const string CircuitHostCategory = "Microsoft.AspNetCore.Components.Server.Circuits.CircuitHost";

    /// <summary>The framework's event: unhandled exception in circuit. RemoteRenderer's event 100 says the same of the same exception a moment earlier, without the circuit's id.</summary>
    private const int UnhandledExceptionInCircuit = 111;

    public ComponentServices()
    {
        this.AddHttpContextAccessor();
        this.AddSingleton<CircuitRegistry>();
        this.AddSingleton<PageRoutes>();
        this.AddScoped<CircuitHandler, TelemetryCircuitHandler>();
        this.TryAddEnumerable(ServiceDescriptor.Singleton<IErrorContextProvider, ComponentContextProvider>());
        this.TryAddEnumerable(ServiceDescriptor.Singleton<ICorrelationIdAccessor, ComponentCorrelationIdAccessor>());
        this.AddSingleton(new LogCaptureRule(CircuitHostCategory, UnhandledExceptionInCircuit, ErrorMechanisms.Circuit, "CircuitId", CircuitState.Tag));
    }
}
