using Microsoft.AspNetCore.Http;

namespace ErrorTelemetry.Browser;

/// <summary>The committed files of the browser module, as the build copied them beside the tests.</summary>
internal static class ModuleFiles
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "browser-module");

    public static string Module => Path.Combine(Folder, "error-telemetry.js");

    public static string Stub { get; } = File.ReadAllText(Path.Combine(Folder, "stub.js"));

    public static async Task SendAsync(HttpContext context, string name)
    {
        context.Response.ContentType = "text/javascript; charset=utf-8";
        await context.Response.SendFileAsync(Path.Combine(Folder, name));
    }
}
