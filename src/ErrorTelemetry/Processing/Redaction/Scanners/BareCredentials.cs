namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>User and password of an address without a scheme: <c>//user:password@host</c>, <c>user:password@host:port</c>.</summary>
internal static class BareCredentials
{
    private const int MaxChars = 256;
    private const int MinPasswordChars = 6;
    private const int MaxPortDigits = 5;

    /// <param name="text">The text.</param>
    /// <param name="sign">The <c>@</c>.</param>
    /// <param name="found">User and password.</param>
    public static bool TryFind(ReadOnlySpan<char> text, int sign, out Found found)
    {
        found = default;
        var start = sign;
        while (start > 0 && sign - start < MaxChars && text[start - 1] > ' ' && text[start - 1] is not ('"' or '\'' or '`' or '=' or '(' or '/' or '<' or '>' or ',' or ';' or '[' or ']')) start--;
        var pair = text[start..sign];
        var colon = pair.IndexOf(':');
        if (colon < 1 || colon + 1 >= pair.Length || pair[..colon].ContainsAnyExcept(UserChars)) return false;
        var hasSlashes = start > 1 && text[start - 1] == '/' && text[start - 2] == '/';
        if (hasSlashes && start > 2 && text[start - 3] == ':') return false; // with a scheme: found at its colon
        if (start > 0 && text[start - 1] == '/' && !hasSlashes) return false;
        var password = pair[(colon + 1)..];
        if (ValueJudge.IsPlaceholder(password) || Redacted.IsOnly(password) || !IsHost(text, sign + 1, out var hasPort)) return false;
        if (!hasSlashes && (!hasPort || !Randomness.LooksSecret(password, MinPasswordChars))) return false;
        found = new Found(start, sign, DetectorTable.UrlCredentials);
        return true;
    }

    private static bool IsHost(ReadOnlySpan<char> text, int at, out bool hasPort)
    {
        var i = at;
        while (i < text.Length && i - at < MaxChars && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '.' or '-')) i++;
        hasPort = false;
        if (i == at || !char.IsAsciiLetterOrDigit(text[at])) return false;
        var hasDot = text[at..i].TrimEnd('.').Contains('.');
        var port = i + 1;
        while (port < text.Length && port - i <= MaxPortDigits && char.IsAsciiDigit(text[port])) port++;
        hasPort = i < text.Length && text[i] == ':' && port > i + 2 && (port >= text.Length || !(char.IsAsciiLetterOrDigit(text[port]) || text[port] == ':'));
        hasPort |= text[i..].StartsWith(":port"); // as documents write it
        return hasPort || hasDot || text[at..i] is "localhost";
    }

    private static readonly System.Buffers.SearchValues<char> UserChars = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-+%");
}
