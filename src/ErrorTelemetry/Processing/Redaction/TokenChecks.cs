using ErrorTelemetry.Processing.Redaction.Scanners;

namespace ErrorTelemetry.Processing.Redaction;

/// <summary>What a token's form alone cannot say.</summary>
internal static class TokenChecks
{
    private const int ShortLiteralChars = 4;

    public static bool Passes(Anchor anchor, ReadOnlySpan<char> text, int at, int end)
    {
        // Short beginnings are common in words and file names: a random text behind them has digits, a word does not.
        var body = text[(at + anchor.Literal.Length)..end];
        if (anchor.Literal.Length <= ShortLiteralChars && !body.ContainsAnyInRange('0', '9')) return body.Length >= 30 && Randomness.Distinct(body) >= 12 && anchor.Literal.Length > 2;
        if (anchor.Literal.Length == 0) return IsOpenBefore(text, at);
        return anchor.Literal.Length > 2 || IsOpenBefore(text, at);
    }

    private static bool IsOpenBefore(ReadOnlySpan<char> text, int at) => at == 0 || text[at - 1] is not ('-' or '_' or '/' or '+' or '.' or '~') || (text[at - 1] is '/' && at > 1 && text[at - 2] == '/');
}
