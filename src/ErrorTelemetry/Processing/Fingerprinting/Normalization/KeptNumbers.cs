namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>Numbers that say what went wrong, not with which value: HTTP status codes and the codes of known error catalogues.</summary>
internal static class KeptNumbers
{
    /// <summary>What stands right before such a number.</summary>
    private static readonly string[] s_before =
        ["status code ", "status code: ", "status: ", "status ", "statusCode: ", "HTTP ", "HTTP/1.1 ", "HTTP/2 ", "HTTP/", "Minified React error #", "SQLSTATE ", "SQLSTATE[", "error code: ", "ORA-", "AADSTS", "errno ", "errno: ", "http status ", "UTF-", "SHA-", "ISO-8859-", "windows-"];

    public static bool IsKept(ReadOnlySpan<char> text, int position, int length)
    {
        if (length > 8)
            return false;
        var before = text[Math.Max(0, position - 24)..position];
        foreach (var words in s_before)
        {
            if (before.EndsWith(words, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
