using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ErrorTelemetry.Ingest;

/// <summary>Which bodies are taken: JSON in UTF-8, named as such or as the plain text that beacons send, not encoded.</summary>
internal static class ContentRules
{
    /// <summary>What nearly every client sends, which need not be parsed.</summary>
    private static readonly string[] Usual = ["application/json", "text/plain;charset=UTF-8", "application/json; charset=utf-8"];

    /// <returns>Why the body is not taken, or <see langword="null"/> if it is.</returns>
    public static IngestProblem? Check(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count > 0)
            return IngestProblem.ContentEncoding;
        if (Array.IndexOf(Usual, request.ContentType) >= 0)
            return null;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !(type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase)))
            return IngestProblem.ContentType;
        // ASCII is UTF-8 already; a declared UTF-16 would be refused as broken UTF-8 without a word of why.
        var charset = HeaderUtilities.RemoveQuotes(type.Charset);
        return charset.Length == 0 || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)
            ? null
            : IngestProblem.Charset;
    }
}
