namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>Tells the content hashes that bundlers put into file names from words. Each bundler has an alphabet and a length of its own.</summary>
internal static class AssetHash
{
    /// <summary>The length that Rollup, Vite and esbuild give a hash.</summary>
    public const int RollupLength = 8;

    /// <summary>The length that ASP.NET Core gives a fingerprint: lower-case letters and digits.</summary>
    private const int StaticAssetLength = 10;

    private const int ShortestHex = 6;
    private const int ShortestMixed = 8;
    private const int ShortestLong = 16;

    /// <summary>Whether a part of a name is a hash: hex with a digit, or letters and digits mixed as no word mixes them.</summary>
    /// <param name="part">The part.</param>
    /// <param name="first">Whether it starts the name: some bundlers call a file by its hash alone, ASP.NET Core never does.</param>
    /// <param name="dotted">Whether a dot stands before it, as before ASP.NET Core's.</param>
    public static bool IsHash(ReadOnlySpan<char> part, bool first = false, bool dotted = false)
    {
        if (part.Length < ShortestHex)
            return false;
        int digits = 0, upper = 0, lower = 0, hex = 0, changes = 0, highDigits = 0;
        for (var i = 0; i < part.Length; i++)
        {
            var c = part[i];
            if (char.IsAsciiDigit(c))
            {
                digits++;
                highDigits += c is '0' or '1' or '8' or '9' ? 1 : 0;
            }
            else if (char.IsAsciiLetterUpper(c))
                upper++;
            else if (char.IsAsciiLetterLower(c))
                lower++;
            else
                return false;
            if (char.IsAsciiHexDigit(c))
                hex++;
            if (i > 0 && Kind(c) != Kind(part[i - 1]))
                changes++;
        }
        if (hex == part.Length && digits > 0 && (upper == 0 || lower == 0))
            return true;
        if (part.Length < ShortestMixed)
            return false;
        if (upper > 0 && lower > 0)
            return part.Length == RollupLength ? !WordShape.IsName(part) : changes * 5 >= part.Length * 2 && (digits > 0 || part.Length >= ShortestLong) && !WordShape.IsMostlyWords(part);
        // esbuild writes base32: capitals, and the digits from 2 to 7.
        if (lower == 0 && part.Length == RollupLength && highDigits == 0)
            return true;
        if (digits == 0)
            return false;
        if (changes >= 3)
            return true;
        // Rollup's, that happens to have no capital: nothing in it can be spoken.
        if (!first && part.Length == RollupLength && lower > 0 && !WordShape.IsName(part) && !WordShape.HasWord(part))
            return true;
        if (dotted && part.Length == StaticAssetLength && lower > 0 && !WordShape.EndsInNumber(part))
            return true;
        return !first && part.Length == StaticAssetLength && lower > 0 && ((changes == 2 && digits > 2) || (digits + changes > 2 && WordShape.LongestConsonants(part) > 3));
    }

    /// <summary>Whether eight characters are a hash of Rollup or Vite (base64url, which may hold <c>-</c> and <c>_</c> anywhere).</summary>
    public static bool IsRollup(ReadOnlySpan<char> part)
    {
        if (part.IndexOfAny('-', '_') < 0)
            return IsHash(part);
        int digits = 0, upper = 0, lower = 0;
        foreach (var c in part)
        {
            if (char.IsAsciiDigit(c))
                digits++;
            else if (char.IsAsciiLetterUpper(c))
                upper++;
            else if (char.IsAsciiLetterLower(c))
                lower++;
            else if (c is not ('-' or '_'))
                return false;
        }
        if ((upper == 0 && digits < 2) || lower + digits == 0)
            return false;
        // Names neither start nor end in a separator, nor put one kind behind the other.
        if (part[0] is '-' or '_' || part[^1] is '-' or '_' || part.Contains("_-", StringComparison.Ordinal) || part.Contains("-_", StringComparison.Ordinal))
            return true;
        foreach (var range in part.SplitAny('-', '_'))
        {
            if (!WordShape.IsName(part[range]))
                return true;
        }
        return false;
    }

    private static int Kind(char c) => char.IsAsciiDigit(c) ? 0 : char.IsAsciiLetterUpper(c) ? 1 : 2;
}
