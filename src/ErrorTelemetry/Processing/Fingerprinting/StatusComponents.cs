using System.Globalization;
using ErrorTelemetry.Processing.Fingerprinting.Normalization;

namespace ErrorTelemetry.Processing.Fingerprinting;

/// <summary>A 5xx without an exception: method, route template and status.</summary>
internal static class StatusComponents
{
    private const string MethodTag = "http.request.method";
    private const string RouteTag = "http.route";
    private const string StatusTag = "http.response.status_code";
    private const string TypePrefix = "HTTP ";

    public static bool TryAdd(FingerprintInput input, List<string> components)
    {
        var claimed = input.Mechanism == ErrorMechanisms.StatusCode;
        if (!claimed && !(input.Frames.Count == 0 && input.Causes.Count == 0 && Status(input) is not null && IsStatusType(input.Type)))
            return false;
        var status = Status(input);
        if (status is null)
            return false;
        components.Add($"method: {Method(input)}");
        components.Add($"route: {RouteNames.Normalize(Route(input))}");
        components.Add($"status: {status}");
        return true;
    }

    private static bool IsStatusType(string type) =>
        type.Length == TypePrefix.Length + 3 && type.StartsWith(TypePrefix, StringComparison.Ordinal) && char.IsAsciiDigit(type[^1]);

    private static string? Status(FingerprintInput input)
    {
        if (input.Tags.TryGetValue(StatusTag, out var tag) && IsStatus(tag))
            return tag;
        if (IsStatusType(input.Type))
            return input.Type[TypePrefix.Length..];
        var last = input.Message.AsSpan().TrimEnd();
        return last.Length > 3 && last[^4] == ' ' && IsStatus(last[^3..]) ? last[^3..].ToString() : null;
    }

    private static bool IsStatus(ReadOnlySpan<char> text) =>
        text.Length == 3 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string Method(FingerprintInput input)
    {
        if (input.Tags.TryGetValue(MethodTag, out var method) && method.Length > 0)
            return method.ToUpperInvariant();
        var blank = input.Message.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && input.Message.AsSpan(0, blank).IndexOfAnyExceptInRange('A', 'Z') < 0 ? input.Message[..blank] : "?";
    }

    private static string Route(FingerprintInput input)
    {
        if (!string.IsNullOrEmpty(input.Route))
            return input.Route;
        if (input.Tags.TryGetValue(RouteTag, out var route) && route.Length > 0)
            return route;
        var words = input.Message.Split(' ', 3);
        return words.Length > 1 && words[1].StartsWith('/') ? words[1] : input.Url ?? string.Empty;
    }
}
