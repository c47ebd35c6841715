using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry.Circuits;

/// <summary>Finds the route template of a page's address: in a circuit no request tells it.</summary>
internal sealed class PageRoutes(IServiceProvider services)
{
    private readonly Lazy<(string Template, TemplateMatcher Matcher)[]> _pages = new(() =>
    [
        .. (services.GetService<EndpointDataSource>()?.Endpoints ?? []).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && endpoint.RoutePattern.RawText is not null)
            .OrderBy(endpoint => endpoint.RoutePattern.InboundPrecedence)
            .Select(endpoint => (endpoint.RoutePattern.RawText!, new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), [])))
    ]);

    /// <summary>The template of the page at this address; <see langword="null"/> where none matches.</summary>
    public string? Find(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
            return null;
        foreach (var (template, matcher) in _pages.Value)
        {
            if (matcher.TryMatch(uri.AbsolutePath, []))
                return template;
        }

        return null;
    }
}
