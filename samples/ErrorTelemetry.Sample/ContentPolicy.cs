using System.Security.Cryptography;

namespace ErrorTelemetry.Sample;

/// <summary>A strict content security policy on every page, to show that telemetry and Blazor live with one.</summary>
internal static class ContentPolicy
{
    private static readonly object Key = new();

    public static IApplicationBuilder UseContentPolicy(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Items[Key] = nonce;
        context.Response.Headers.ContentSecurityPolicy =
            $"script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'self'";
        return next(context);
    });

    public static string NonceOf(HttpContext context) => (string)context.Items[Key]!;
}
