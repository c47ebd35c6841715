using System.Collections.Frozen;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>Words that end in a number: <c>storage1412</c> is one of many, <c>sha256</c> is a name. Short numbers (<c>utf8</c>, <c>Int32</c>, <c>step2</c>) are part of the word.</summary>
internal static class NumberedWords
{
    private const int ShortestNumber = 3;
    private const int ShortestNumberOfCapitals = 6;
    private const int ShortestNumberOfTwoLetters = 5;

    /// <summary>What stands before a number that names a thing: algorithms, standards, formats, types, statuses.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "aes", "ansi", "ascii", "base", "big", "blake", "camellia", "charset", "code", "crc", "des", "ean", "ebcdic", "ecma", "err", "errno", "error", "float", "gb", "hmac", "hp", "http", "ieee", "int", "integer", "iso", "keccak",
        "koi", "ksc", "latin", "long", "mp", "msvcp", "msvcr", "net", "pbkdf", "python", "rfc", "rsa", "secp", "sect", "sha", "shake", "short", "status", "uint", "utf", "vector", "win", "windows").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How much of the word is no number: all of it, or what stands before its last digits.</summary>
    public static int StemLength(ReadOnlySpan<char> word)
    {
        // A code that is kept: 0x80070005.
        if (word.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return word.Length;
        var digits = word.Length;
        while (digits > 0 && char.IsAsciiDigit(word[digits - 1]))
            digits--;
        if (digits < 2 || !char.IsAsciiLetter(word[digits - 1]))
            return word.Length;
        // Codes such as CS0103 and IDX10223 are written in capitals, with at most five digits.
        var shortest = !char.IsAsciiLetterLower(word[digits - 1]) ? ShortestNumberOfCapitals : digits == 2 ? ShortestNumberOfTwoLetters : ShortestNumber;
        if (word.Length - digits < shortest)
            return word.Length;
        var start = digits;
        while (start > 0 && char.IsAsciiLetterLower(word[start - 1]))
            start--;
        if (start > 0 && char.IsAsciiLetterUpper(word[start - 1]))
            start--;
        return s_names.Contains(word[start..digits]) ? word.Length : digits;
    }
}
