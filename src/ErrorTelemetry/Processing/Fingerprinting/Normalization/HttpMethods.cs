namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>The words that start a request.</summary>
internal static class HttpMethods
{
    public static bool Is(ReadOnlySpan<char> word) => word is "GET" or "POST" or "PUT" or "DELETE" or "PATCH" or "HEAD" or "OPTIONS";

    /// <summary>Whether a text is a request's first line, <c>GET /orders/42 HTTP/1.1</c>: method and route say what went wrong.</summary>
    public static bool StartsRequest(ReadOnlySpan<char> text) =>
        text.IndexOf(' ') is > 0 and var blank && Is(text[..blank]) && blank + 1 < text.Length && (text[blank + 1] == '/' || text[(blank + 1)..].StartsWith("http", StringComparison.Ordinal));
}
