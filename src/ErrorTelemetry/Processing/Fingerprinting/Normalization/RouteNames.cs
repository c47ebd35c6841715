using System.Text;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>A route template, or a path where no template is known, without what differs from request to request.</summary>
internal static class RouteNames
{
    /// <summary><c>/orders/{id:int}</c> becomes <c>/orders/{id}</c>, <c>https://host/Orders/42?x</c> becomes <c>/orders/&lt;int&gt;</c>.</summary>
    public static string Normalize(string route)
    {
        var path = route.AsSpan();
        if (path.IndexOf("://", StringComparison.Ordinal) is >= 0 and var authority)
        {
            path = path[(authority + 3)..];
            path = path.IndexOf('/') is >= 0 and var slash ? path[slash..] : "/";
        }
        if (path.IndexOfAny('?', '#') is >= 0 and var query && !path.Contains('{'))
            path = path[..query];
        var builder = new StringBuilder(path.Length + 8);
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            if (!segment.IsEmpty)
                builder.Append('/').Append(Segment(segment));
        }
        return builder.Length == 0 ? "/" : builder.ToString();
    }

    private static string Segment(ReadOnlySpan<char> segment)
    {
        var open = segment.IndexOf('{');
        if (open < 0)
            return MessageParameterizer.Parameterize(segment.ToString()).ToLowerInvariant();
        // Constraints, defaults and the mark of an optional parameter are no part of the route's name.
        var end = segment.IndexOfAny(":=?}");
        return end < open ? segment.ToString().ToLowerInvariant() : string.Concat(segment[..end].ToString().ToLowerInvariant(), "}", segment[(segment.LastIndexOf('}') + 1)..]);
    }
}
