namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>Tells the content hashes that bundlers put into file names from words.</summary>
internal static class AssetHash
{
    private const int ShortestHex = 6;
    private const int ShortestMixed = 8;

    /// <summary>Whether a part of a name is a hash: hex with a digit, or letters and digits mixed as no word mixes them.</summary>
    public static bool IsHash(ReadOnlySpan<char> part)
    {
        if (part.Length < ShortestHex)
            return false;
        int digits = 0, upper = 0, lower = 0, hex = 0, changes = 0;
        for (var i = 0; i < part.Length; i++)
        {
            var c = part[i];
            if (!char.IsAsciiLetterOrDigit(c))
                return false;
            if (char.IsAsciiDigit(c))
                digits++;
            else if (char.IsAsciiLetterUpper(c))
                upper++;
            else
                lower++;
            if (char.IsAsciiHexDigit(c))
                hex++;
            if (i > 0 && Kind(c) != Kind(part[i - 1]))
                changes++;
        }
        if (hex == part.Length && digits > 0 && (upper == 0 || lower == 0))
            return true;
        if (part.Length < ShortestMixed)
            return false;
        if (digits > 0)
            return changes >= 3 || (upper > 0 && lower > 0 && changes >= 2);
        // No digit: esbuild's are all upper case, the others change case far more often than a name in camel case, or cannot be spoken.
        return part.Length == ShortestMixed && ((upper == part.Length) || (upper > 0 && lower > 0 && (changes >= 4 || LongestConsonants(part) > (changes > 1 ? 2 : 3))));
    }

    private static int LongestConsonants(ReadOnlySpan<char> part)
    {
        int longest = 0, run = 0;
        for (var i = 0; i < part.Length; i++)
        {
            // A capital starts a word.
            var vowel = (part[i] | ' ') is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
            run = vowel ? 0 : i > 0 && char.IsAsciiLetterUpper(part[i]) ? 1 : run + 1;
            longest = Math.Max(longest, run);
        }
        return longest;
    }

    /// <summary>Whether eight characters are a hash of Rollup or Vite (base64url).</summary>
    public static bool IsRollup(ReadOnlySpan<char> part)
    {
        var separators = 0;
        Span<char> letters = stackalloc char[8];
        var length = 0;
        foreach (var c in part)
        {
            if (c is '-' or '_')
                separators++;
            else
                letters[length++] = c;
        }
        if (separators == 0)
            return IsHash(part);
        if (separators > 2)
            return false;
        int digits = 0, upper = 0, lower = 0;
        foreach (var c in letters[..length])
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return false;
            if (char.IsAsciiDigit(c))
                digits++;
            else if (char.IsAsciiLetterUpper(c))
                upper++;
            else
                lower++;
        }
        return upper > 0 && lower > 0 && digits > 0;
    }

    private static int Kind(char c) => char.IsAsciiDigit(c) ? 0 : char.IsAsciiLetterUpper(c) ? 1 : 2;
}
