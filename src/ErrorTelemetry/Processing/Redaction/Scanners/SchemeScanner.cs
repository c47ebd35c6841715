using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Credentials behind the name of their scheme: <c>Bearer …</c>, <c>Basic …</c>, <c>Digest username=…</c>, <c>curl -u user:password</c>.</summary>
internal static class SchemeScanner
{
    /// <summary>The words in front; what starts otherwise is never asked.</summary>
    public static readonly string[] Words = ["bearer", "basic", "digest", "dpop", "negotiate", "ntlm", "ssws", "curl", "putty-user-key", RowScanner.Word, PipedScanner.Word, .. CommandTable.Names, .. CallTable.Names];

    public static bool TryFind(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        var isFound = (text[at] | 0x20) switch
        {
            'b' => TryScheme(text, at, "bearer", DetectorTable.BearerToken, out found) || TryBasic(text, at, out found),
            'd' => TryScheme(text, at, "dpop", DetectorTable.BearerToken, out found) || TryDigest(text, at, out found),
            'n' => TryScheme(text, at, "negotiate", DetectorTable.BasicAuth, out found) || TryScheme(text, at, "ntlm", DetectorTable.BasicAuth, out found),
            's' => TryScheme(text, at, "ssws", DetectorTable.BearerToken, out found),
            'p' => PrivateKeyScanner.TryFind(text, at, out found),
            'c' => TryCurl(text, at, out found),
            _ => false,
        };
        return isFound || CommandScanner.TryFind(text, at, out found) || ArgumentScanner.TryFind(text, at, out found);
    }

    private static bool TryScheme(ReadOnlySpan<char> text, int at, string scheme, Detector detector, out Found found)
    {
        found = default;
        if (!StartsScheme(text, at, scheme, out var value)) return false;
        var end = value;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '.' or '_' or '~' or '+' or '/' or '=' or ':' or '|' or '%')) end++;
        while (end > value && text[end - 1] is '.' or ':') end--;
        var token = text[value..end];
        if (token.Length < 6 || !Randomness.IsVaried(token)) return false;
        var sure = token.Length >= 8 && token.ContainsAnyInRange('0', '9') && !(end < text.Length && text[end] is '(' or '[')
            || Randomness.LooksSecret(token, 8)
            || (token.Length >= 16 && !IsOneCaseWord(token))
            || (token.Length >= 8 && at > 0 && text[at - 1] == '=' && !IsOneCaseWord(token));
        if (!sure || IsWordPair(token) || token.Contains("://", StringComparison.Ordinal) || IsParameter(token)) return false;
        found = new Found(value, end, detector);
        return true;
    }

    private static bool TryBasic(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        if (!StartsScheme(text, at, "basic", out var value)) return false;
        var end = value;
        while (end < text.Length && end - value < 2048 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '+' or '/' or '=' or '-' or '_')) end++;
        var token = text[value..end];
        if (token.Length < 6) return false;
        Span<byte> decoded = stackalloc byte[96];
        var whole = token[..(Math.Min(token.Length, 124) & ~3)];
        var isPair = Convert.TryFromBase64Chars(whole, decoded, out var written) && decoded[..written].Contains((byte)':');
        if (!isPair && !Randomness.LooksGenerated(token, 12)) return false;
        found = new Found(value, end, DetectorTable.BasicAuth);
        return true;
    }

    private static bool TryDigest(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        if (!StartsScheme(text, at, "digest", out var value)) return false;
        var end = ValueReader.EndOfLine(text, value);
        var rest = text[value..end];
        if (!rest.StartsWith("username=", StringComparison.OrdinalIgnoreCase) && !rest.Contains("response=", StringComparison.OrdinalIgnoreCase)) return false;
        found = new Found(value, end, DetectorTable.BasicAuth);
        return true;
    }

    /// <summary><c>curl -u user:password</c>, <c>--user user:password</c>.</summary>
    private static bool TryCurl(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        if (!text[at..].StartsWith("curl ", StringComparison.OrdinalIgnoreCase)) return false;
        var line = text[at..EndOfCommand(text, at)];
        foreach (var flag in UserFlags)
        {
            var flagAt = line.IndexOf(flag);
            if (flagAt < 0) continue;
            var start = at + flagAt + flag.Length;
            if (flag[^1] == 'u' && start < text.Length && text[start] is ' ' or '<') continue;
            while (start < text.Length && text[start] is '"' or '\'' or ' ') start++;
            var end = start;
            while (end < text.Length && text[end] > ' ' && (text[end] is not ('"' or '\'') || IsInsidePair(text, end))) end++;
            var pair = text[start..end];
            var colon = pair.IndexOf(':');
            var isKey = colon > 0 && colon + 1 == pair.Length && Randomness.LooksSecret(pair[..colon], MinKeyChars); // a key as the user, without a password
            if (colon < 0 || (colon + 1 == pair.Length && !isKey) || Redacted.IsOnly(pair) || ValueJudge.IsPlaceholder(pair) || (!isKey && ValueJudge.IsPlaceholder(pair[(colon + 1)..]))) continue;
            found = new Found(start, end, DetectorTable.BasicAuth);
            return true;
        }

        return false;
    }

    /// <summary>The end of a command, over lines that end in a backslash.</summary>
    private static int EndOfCommand(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + 1024);
        for (var i = at; i < limit; i++)
        {
            if (text[i] == '\n' && !text[at..i].TrimEnd("\r ").EndsWith("\\")) return i;
        }

        return limit;
    }

    /// <summary>Whether a quote stands beside the colon of <c>"user":"password"</c> or <c>user:'password'</c>.</summary>
    private static bool IsInsidePair(ReadOnlySpan<char> text, int at) => at + 1 < text.Length && text[at + 1] > ' ' && (text[at - 1] == ':' || text[at + 1] == ':');

    private const int MinKeyChars = 8;

    private static readonly string[] UserFlags = [" -u ", "\n-u ", " --user ", " --user=", " --proxy-user ", " --proxy-user=", " -u", " -U "];

    private static bool StartsScheme(ReadOnlySpan<char> text, int at, string scheme, out int value)
    {
        value = at + scheme.Length;
        if (!text[at..].StartsWith(scheme, StringComparison.OrdinalIgnoreCase) || value >= text.Length) return false;
        if (text[value] is not (' ' or '\t' or ':' or '+' or '=') && !text[value..].StartsWith("%20")) return false;
        var start = value;
        while (value < text.Length && value < start + 4 && text[value] is ' ' or '\t' or ':' or '+' or '=') value++;
        if (text[value..].StartsWith("%20")) value += 3;
        return value < text.Length;
    }

    /// <summary><c>NTLM username/password</c>: words, not what is behind the scheme.</summary>
    private static bool IsWordPair(ReadOnlySpan<char> token)
    {
        var sign = token.IndexOfAny('/', '-');
        return sign > 0 && !token[..sign].ContainsAnyExceptInRange('a', 'z') && sign + 1 < token.Length && !token[(sign + 1)..].ContainsAnyExceptInRange('a', 'z');
    }

    /// <summary><c>Bearer realm=…</c>, <c>token_type=bearer expires_in=3600</c>: the next pair, not what is behind the scheme; at a token's end the sign pads.</summary>
    private static bool IsParameter(ReadOnlySpan<char> token)
    {
        var sign = token.IndexOf('=');
        return sign > 0 && (sign + 1 == token.Length || token[sign + 1] != '=') && !token[..sign].ContainsAnyExcept(ParameterChars);
    }

    private static readonly System.Buffers.SearchValues<char> ParameterChars = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz_");

    private static bool IsOneCaseWord(ReadOnlySpan<char> token) =>
        !token.ContainsAnyExceptInRange('a', 'z') || !token.ContainsAnyExceptInRange('A', 'Z') || (!token[1..].ContainsAnyExceptInRange('a', 'z'));
}
