namespace ErrorTelemetry.Classifying.Rules;

/// <summary>Reads the status of an HTTP answer out of the many ways in which clients and SDKs write it.</summary>
internal static class HttpStatus
{
    private const int MostCharsBefore = 24;

    // What stands directly before the number: "status code 404", "Status: 404", "HTTP/1.1 404", "responded with 404".
    private static readonly string[] Before = ["status", "statuscode", "code", "HTTP", "HTTP/1.1", "HTTP/2", "returned", "responded with", "response", "server replied", "got", "answered"];

    /// <summary>400 to 599, or 0.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        for (var at = 0; at + 3 <= text.Length; at++)
        {
            var rest = text[at..].IndexOfAny('4', '5');
            if (rest < 0)
                return 0;
            at += rest;
            if (IsNumber(text, at) && (IsAnnounced(text[..at]) || IsExplained(text, at)))
                return int.Parse(text.Slice(at, 3), System.Globalization.CultureInfo.InvariantCulture);
        }

        return 0;
    }

    private static bool IsNumber(ReadOnlySpan<char> text, int at) =>
        at + 3 <= text.Length && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2])
        && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '-' or '/' or ','))
        && (at + 3 == text.Length || !(char.IsLetterOrDigit(text[at + 3]) || text[at + 3] is '-' or '/' || (text[at + 3] is '.' or ',' && at + 4 < text.Length && char.IsAsciiDigit(text[at + 4]))));

    private static bool IsAnnounced(ReadOnlySpan<char> before)
    {
        before = before[Math.Max(0, before.Length - MostCharsBefore)..].TrimEnd(" :=\"'(#");
        if (before.EndsWith(" of", StringComparison.Ordinal) || before.EndsWith(" is", StringComparison.Ordinal))
            before = before[..^3];
        foreach (var word in Before)
        {
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (before.Length == word.Length || !char.IsLetterOrDigit(before[^(word.Length + 1)])))
                return word is not "code" || before.Contains("failed with", StringComparison.OrdinalIgnoreCase) || before.Contains("status", StringComparison.OrdinalIgnoreCase) || before.Contains("response", StringComparison.OrdinalIgnoreCase) || before.Contains("http", StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    // "NotFound (404)", "error: (404) Not Found", "404 Not Found": a reason phrase beside the number.
    private static bool IsExplained(ReadOnlySpan<char> text, int at)
    {
        // "401 Incorrect API key provided": SDKs put the status before the service's own sentence.
        if (at == 0 && text.Length > 5 && text[3] is ' ' && char.IsAsciiLetterUpper(text[4]) && char.IsAsciiLetterLower(text[5]) && text[..3] is not ("418" or "499"))
            return text[1] is '0' or '1' or '2';
        var after = text[(at + 3)..].TrimStart(") :-");
        foreach (var reason in Reasons)
        {
            if (after.StartsWith(reason, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return at >= 2 && text[at - 1] == '(' && text[at - 2] == ' ' && at + 3 < text.Length && text[at + 3] == ')' && at >= 3 && char.IsAsciiLetter(text[at - 3]);
    }

    private static readonly string[] Reasons =
    [
        "Bad Request", "Unauthorized", "Payment Required", "Forbidden", "Not Found", "Method Not Allowed", "Not Acceptable", "Request Timeout", "Request Time-out", "Conflict", "Gone", "Precondition Failed", "Payload Too Large", "Request Entity Too Large", "Unsupported Media Type", "Unprocessable", "Locked", "Too Many Requests",
        "Internal Server Error", "Not Implemented", "Bad Gateway", "Service Unavailable", "Service Temporarily Unavailable", "Gateway Time",
    ];
}
