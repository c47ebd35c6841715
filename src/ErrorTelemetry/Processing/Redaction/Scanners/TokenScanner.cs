namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Tokens that show by their own form what they are: of all forms that match at a place, the longest.</summary>
internal static class TokenScanner
{
    private const int MaxOverrunChars = 1024;
    private const int MinOverrunChars = 20;

    /// <param name="text">The text.</param>
    /// <param name="at">Where the token starts.</param>
    /// <param name="anchors">The forms to try.</param>
    /// <param name="escaped">Whether what stands before is an escape.</param>
    /// <param name="found">The token.</param>
    public static bool TryFind(ReadOnlySpan<char> text, int at, Anchor[] anchors, bool escaped, out Found found)
    {
        var end = -1;
        Detector? detector = null;
        foreach (var anchor in anchors)
        {
            var match = anchor.Shape!.MatchAt(text, at, out var isLonger);
            if (match <= end) continue;
            if (anchor.Detector != DetectorTable.Custom)
            {
                if (isLonger && (match = OverrunEnd(text, at, match, anchor.Literal)) <= end) continue;
                if (match + 1 < text.Length && text[match] is '_' or '-' && (text[(match + 1)..].StartsWith(anchor.Literal) || OperatorReader.IsKeyAt(text, match + 1))) match = Math.Max(match, OverrunEnd(text, at, match, anchor.Literal)); // the next one right behind
                if (!TokenChecks.Passes(anchor, text, at, match, escaped)) continue;
            }
            else if (isLonger) continue;

            (end, detector) = (match, anchor.Detector);
        }

        found = detector is null ? default : new Found(at, end, detector);
        return detector is not null;
    }

    /// <summary>The end of a token that is longer than its form: with a new kind's length, or with the next token or word right behind it. Its beginning must be a marked one and the rest random, else -1.</summary>
    private static int OverrunEnd(ReadOnlySpan<char> text, int at, int end, string literal)
    {
        if (!literal.AsSpan().ContainsAny('_', '-', '$')) return -1;
        var limit = Math.Min(text.Length, at + MaxOverrunChars);
        while (end < limit && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-')) end++;
        var body = text[(at + literal.Length)..end];
        return Randomness.LooksKey(body, MinOverrunChars) || Randomness.ChangesCase(body) ? end : -1;
    }
}
