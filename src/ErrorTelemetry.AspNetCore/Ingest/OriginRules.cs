using Microsoft.AspNetCore.Http;

namespace ErrorTelemetry.Ingest;

/// <summary>Whose pages may post reports: the app's own, and those of the allowed origins.</summary>
/// <remarks>Fetch Metadata (W3C) where the browser sends it, else the Origin header (RFC 6454) against the request as forwarded headers left it.</remarks>
internal sealed class OriginRules(IEnumerable<string> allowedOrigins)
{
    private readonly string[] _allowed = [.. allowedOrigins.Select(static origin => origin.TrimEnd('/'))];

    /// <summary>Decides, and says which configured origin the answer must name so that the page may read it. The request's own text is never repeated.</summary>
    public bool Admits(HttpRequest request, out string? allowedOrigin)
    {
        var headers = request.Headers;
        var origin = headers.Origin;
        allowedOrigin = origin.Count == 1 ? Find(origin[0]!) : null;
        if (origin.Count > 1)
            return false;

        if (headers.TryGetValue("Sec-Fetch-Site", out var site))
            return (site.Count == 1 && site[0] is "same-origin" or "none") || allowedOrigin is not null;
        return origin.Count == 0 || allowedOrigin is not null || IsOwn(request, origin[0]);
    }

    private string? Find(string origin)
    {
        foreach (var allowed in _allowed)
        {
            // A page whose origin is hidden is nobody's, even where everybody's may post.
            if ((allowed == "*" && origin != "null") || string.Equals(allowed, origin, StringComparison.OrdinalIgnoreCase))
                return allowed;
        }

        return null;
    }

    private static bool IsOwn(HttpRequest request, string? origin)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || !string.Equals(uri.Scheme, request.Scheme, StringComparison.OrdinalIgnoreCase))
            return false;
        var port = request.Host.Port ?? (request.IsHttps ? 443 : 80);
        return uri.Port == port && string.Equals(uri.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase);
    }
}
