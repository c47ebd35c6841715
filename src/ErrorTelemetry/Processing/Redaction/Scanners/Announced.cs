namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Secrets that prose announces: the words of a wallet, and the line below a sentence that ends in a colon.</summary>
internal static class Announced
{
    private const int MaxWordChars = 8;
    private const int MinWordChars = 3;
    private const int MaxWords = 24;
    private const int MinWords = 12;
    private const int MaxSentenceChars = 100;
    private const int MinSecretChars = 12;

    private static readonly System.Buffers.SearchValues<char> SentenceSigns = System.Buffers.SearchValues.Create("=:\"{");

    public static bool TryFind(ReadOnlySpan<char> text, Anchor anchor, int nameEnd, int valueAt, out Found found)
    {
        if (anchor.Literal is "mnemonic" or "seed" or "seedphrase" or "mnemonicphrase" or "recoveryphrase" or "walletseed") return TryWords(text, valueAt, anchor.Detector, out found);
        found = default;
        return anchor.Detector == DetectorTable.Password && anchor.Strength == NameStrength.Strong && TryLineBelow(text, nameEnd, anchor.Detector, out found);
    }

    /// <summary>12 to 24 short words in lower case, and nothing else between them than blanks.</summary>
    private static bool TryWords(ReadOnlySpan<char> text, int at, Detector detector, out Found found)
    {
        found = default;
        var start = OperatorReader.SkipQuote(text, at);
        int words = 0, i = start, end = start;
        while (words < MaxWords)
        {
            var word = i;
            while (i < text.Length && i - word <= MaxWordChars && char.IsAsciiLetterLower(text[i])) i++;
            if (i - word is < MinWordChars or > MaxWordChars || (i < text.Length && char.IsLetterOrDigit(text[i]))) break;
            words++;
            end = i;
            if (i >= text.Length || text[i] != ' ') break;
            i++;
        }

        if (words < MinWords || words % 3 != 0 || Randomness.Distinct(text[start..end]) < MinWords) return false;
        found = new Found(start, end, detector);
        return true;
    }

    /// <summary><c>Use the following password to go on:</c>, and below it a line that is nothing but a random word.</summary>
    private static bool TryLineBelow(ReadOnlySpan<char> text, int nameEnd, Detector detector, out Found found)
    {
        found = default;
        var line = text[nameEnd..Math.Min(text.Length, nameEnd + MaxSentenceChars)];
        var stop = line.IndexOfAny('\n', '\r');
        if (stop < 1) return false;
        var sentence = line[..stop].TrimEnd();
        if (sentence.IsEmpty || sentence[^1] != ':' || sentence[..^1].IndexOfAny(SentenceSigns) >= 0) return false;
        var start = OperatorReader.SkipBlanks(text, nameEnd + stop, lines: true);
        var end = start;
        while (end < text.Length && text[end] > ' ') end++;
        if (end < text.Length && text[end] is not ('\n' or '\r')) return false;
        if (!Randomness.LooksSecret(text[start..end], MinSecretChars) || !text[start..end].ContainsAnyInRange('0', '9') || !ValueJudge.MayBeValue(text[start..end])) return false;
        found = new Found(start, end, detector);
        return true;
    }
}
