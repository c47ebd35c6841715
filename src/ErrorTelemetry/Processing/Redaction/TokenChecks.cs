using ErrorTelemetry.Processing.Redaction.Scanners;

namespace ErrorTelemetry.Processing.Redaction;

/// <summary>What a token's form alone cannot say: whether the text in it is random, and whether it stands alone.</summary>
internal static class TokenChecks
{
    private const int ShortLiteralChars = 4;
    private const int MinSureChars = 20;
    private const int MinSlackDigits = 2;
    private const int IntegrityChars = 7;

    /// <param name="anchor">The form.</param>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the token starts.</param>
    /// <param name="end">Behind the token.</param>
    /// <param name="escaped">Whether what stands before is an escape such as <c>\n</c>, so that its letters are none of the token's.</param>
    public static bool Passes(Anchor anchor, ReadOnlySpan<char> text, int at, int end, bool escaped)
    {
        var body = text[(at + anchor.Literal.Length)..end];
        if (anchor.Detector.Id != "azure-annotated-key" && (!Randomness.IsVaried(body) || ValueJudge.IsPlaceholder(text[at..end]))) return false; // whose service is noted inside, whatever is around it
        if (anchor.Literal.Length == 0 && !body.ContainsAnyInRange('0', '9') && !body.ContainsAnyInRange('A', 'Z')) return false; // words without blanks between them
        if (anchor.Literal.Length == 0) return at == 0 || escaped || (!anchor.Shape!.StartsWith(text[at - 1]) && !(at >= IntegrityChars && PrefixedTokenScanner.IsIntegrity(text[(at - IntegrityChars)..at])) && !IsHashBefore(text, at));
        if (anchor.Literal.StartsWith("xox", StringComparison.Ordinal)) return CountDigits(body) >= MinSlackDigits;
        if (anchor.Literal.Length > ShortLiteralChars) return true;
        if (anchor.Literal == "sk-" && body.ContainsAny('-', '_')) return Randomness.LooksGenerated(body, MinSureChars); // names of classes start so, too
        if (anchor.Literal[^1] == '.' && !body.ContainsAnyInRange('0', '9')) return false; // s.aMethodOfTwentyFourChars()

        // Short beginnings are common in words and file names: a random text behind them has digits, or changes its case all the time.
        return (body.ContainsAnyInRange('0', '9') || Randomness.ChangesCase(body) || (anchor.Shape!.MinLength >= MinSureChars && anchor.Shape.IsFixed)) && (at == 0 || text[at - 1] is not ('-' or '_' or '+' or '.' or '~'));
    }

    /// <summary>Whether what stands before names a hash: <c>"contentHash": "…"</c>. A SHA-512 in Base64 has the form of a storage key.</summary>
    private static bool IsHashBefore(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i > 0 && at - i < 8 && text[i - 1] is '"' or '\'' or ' ' or ':' or '=' or '\\' or '>') i--;
        if (i == at) return false;
        foreach (var word in HashWords)
        {
            if (text[..i].EndsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static readonly string[] HashWords = ["contenthash", "content_hash", "content-hash", "filehash", "file_hash", "integrity", "checksum", "digest", "sha512", "sha-512"];

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) digits++;
        }

        return digits;
    }
}
