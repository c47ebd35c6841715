namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>Tells an HTTP status that no word such as <c>status</c> announces: by its phrase (<c>404 (Not Found)</c>), or by the request or the address before it (<c>GET /orders 404</c>).</summary>
internal static class StatusPhrases
{
    /// <summary>How far back a request's address reaches.</summary>
    private const int Window = 512;

    /// <summary>The reason phrases of RFC 9110 and its relatives, as servers and browsers write them.</summary>
    private static readonly string[] s_phrases =
    [
        "Bad Gateway", "Bad Request", "Conflict", "Content Too Large", "Expectation Failed", "Failed Dependency", "Forbidden", "Gateway Time", "Gone", "HTTP Version Not Supported", "Insufficient Storage",
        "Internal Server Error", "Length Required", "Locked", "Loop Detected", "Method Not Allowed", "Misdirected Request", "Moved Permanently", "Network Authentication Required", "Not Acceptable", "Not Found",
        "Not Implemented", "Not Modified", "Payload Too Large", "Payment Required", "Permanent Redirect", "Precondition Failed", "Precondition Required", "Proxy Authentication Required", "Range Not Satisfiable",
        "Request Entity Too Large", "Request Header Fields Too Large", "Request Timeout", "Service Unavailable", "Temporary Redirect", "Too Early", "Too Many Requests", "URI Too Long", "Unauthorized",
        "Unavailable For Legal Reasons", "Unprocessable", "Unsupported Media Type", "Upgrade Required",
    ];

    /// <summary>Whether a number of three digits is such a status.</summary>
    public static bool IsStatus(ReadOnlySpan<char> text, int position, int length) =>
        length == 3 && text[position] is >= '1' and <= '5' && (IsNamed(text[(position + length)..]) || AnswersRequest(text, position, length));

    private static bool IsNamed(ReadOnlySpan<char> after)
    {
        var phrase = after.TrimStart(" (:-)]");
        if (phrase.Length == after.Length || phrase.IsEmpty || after.Length - phrase.Length > 3 || !char.IsAsciiLetterUpper(phrase[0]))
            return false;
        foreach (var known in s_phrases)
        {
            if (phrase.StartsWith(known, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static bool AnswersRequest(ReadOnlySpan<char> text, int position, int length)
    {
        if (!KeptNumbers.EndsThere(text[(position + length)..]))
            return false;
        var before = text[Math.Max(0, position - Window)..position].TrimEnd(" -=>:,([");
        if (before.Length == position)
            return false;
        var blank = before.LastIndexOf(' ');
        if (blank < 0)
            return false;
        var url = before[(blank + 1)..].Contains("://", StringComparison.Ordinal);
        if (url && text[position] is '4' or '5')
            return true;
        if (!url && before[blank + 1] != '/')
            return false;
        var request = before[..blank].TrimEnd(' ');
        return HttpMethods.Is(request[(request.LastIndexOf(' ') + 1)..].TrimStart("\"'(["));
    }
}
