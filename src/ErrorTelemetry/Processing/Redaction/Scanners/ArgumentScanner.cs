using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Passwords that are known by their place only: <c>PDO-&gt;__construct('…', 'root', '…')</c>, <c>AUTH default …</c>.</summary>
internal static class ArgumentScanner
{
    private const int MaxChars = 512;
    private const int MinChars = 3;
    private const int MinWordChars = 6;

    public static bool TryFind(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        if (text[at..].StartsWith(CallTable.Auth)) return TryAuth(text, at + CallTable.Auth.Length, out found);
        foreach (var (name, argument) in CallTable.Rows)
        {
            if (text[at] != name[0] || !text[at..].StartsWith(name)) continue;
            return TryArgument(text, at + name.Length, argument, out found);
        }

        return false;
    }

    private static bool TryArgument(ReadOnlySpan<char> text, int at, int argument, out Found found)
    {
        found = default;
        var limit = Math.Min(text.Length, at + MaxChars);
        var i = at;
        for (var index = 0; ; index++)
        {
            i = OperatorReader.SkipBlanks(text[..limit], i, lines: false);
            var open = OperatorReader.SkipQuote(text[..limit], i);
            if (open == i && index == argument) return false; // a variable
            var end = open > i ? text[open..limit].IndexOf(text[i..open]) : text[i..limit].IndexOfAny(",)\n");
            if (end < 0) return false;
            if (index == argument)
            {
                var value = text.Slice(open, end);
                if (value.Length < MinChars || Redacted.IsOnly(value) || ValueJudge.IsPlaceholder(value)) return false;
                found = new Found(open, open + end, DetectorTable.Password);
                return true;
            }

            i = open > i ? open + end + open - i : i + end;
            if (i >= limit || text[i] != ',') return false;
            i++;
        }
    }

    /// <summary><c>AUTH password</c> and <c>AUTH user password</c> of Redis, <c>AUTH PLAIN …</c> of SMTP.</summary>
    private static bool TryAuth(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        var end = EndOfWord(text, at);
        var first = text[at..end];
        var isMechanism = first is "PLAIN" or "LOGIN" or "XOAUTH2" or "CRAM-MD5";
        if (!isMechanism && EndsCommand(text, end)) return Randomness.LooksSecret(first, MinWordChars) && first.ContainsAnyInRange('0', '9') && Take(at, end, out found);
        if (end + 1 >= text.Length || text[end] != ' ') return false;
        var next = end + 1;
        var last = EndOfWord(text, next);
        var second = text[next..last];
        if (isMechanism ? second.Length < 8 || second.ContainsAnyExcept(Base64Chars) : !Randomness.LooksSecret(second, MinWordChars) || !second.ContainsAnyInRange('0', '9')) return false;
        return !Redacted.IsOnly(second) && Take(next, last, out found);
    }

    private static bool Take(int start, int end, out Found found)
    {
        found = new Found(start, end, DetectorTable.Password);
        return true;
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i < text.Length && i - at < MaxChars && text[i] > ' ' && text[i] is not ('"' or '\'' or '`' or ';' or '|' or ')' or '\\')) i++;
        return i;
    }

    private static bool EndsCommand(ReadOnlySpan<char> text, int at) => at >= text.Length || text[at] is '\r' or '\n' or '"' or '\'' or '`' or '\\';

    private static readonly System.Buffers.SearchValues<char> Base64Chars = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=");
}
