using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace ErrorTelemetry.Capture;

/// <summary>The template of a route, such as <c>/orders/{id}</c>.</summary>
internal static class RouteTemplate
{
    /// <summary>The template with a leading slash, or <see langword="null"/> where no route matched.</summary>
    public static string? Of(Endpoint? endpoint)
    {
        if (endpoint is not RouteEndpoint { RoutePattern: var pattern })
            return null;
        var template = NamesItsAction(pattern) ? Filled(pattern) : pattern.RawText;
        return template is null ? null : template.StartsWith('/') ? template : "/" + template;
    }

    /// <summary>A conventional route is one template for every action, and says nothing until the action's own names stand in it.</summary>
    private static bool NamesItsAction(RoutePattern pattern) =>
        pattern.Parameters.Any(parameter => pattern.RequiredValues.TryGetValue(parameter.Name, out var value) && value is string { Length: > 0 });

    private static string Filled(RoutePattern pattern)
    {
        var template = new StringBuilder();
        foreach (var segment in pattern.PathSegments)
        {
            template.Append('/');
            foreach (var part in segment.Parts)
                template.Append(Text(pattern, part));
        }

        return template.ToString();
    }

    private static string Text(RoutePattern pattern, RoutePatternPart part) => part switch
    {
        RoutePatternParameterPart parameter when pattern.RequiredValues.TryGetValue(parameter.Name, out var value) && value is string { Length: > 0 } name => name,
        RoutePatternParameterPart parameter => "{" + (parameter.IsCatchAll ? "*" : string.Empty) + parameter.Name + (parameter.IsOptional ? "?" : string.Empty) + "}",
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        _ => string.Empty,
    };
}
