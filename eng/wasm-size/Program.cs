using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using WasmSize;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#app");
#if WITH_TELEMETRY
builder.Services.AddBlazorErrorTelemetry();
#endif
await builder.Build().RunAsync();
