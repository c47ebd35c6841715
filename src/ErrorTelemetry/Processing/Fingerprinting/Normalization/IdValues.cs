namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>Words that no person wrote: hex digests, tokens, ids in which letters and digits mix.</summary>
internal static class IdValues
{
    private const int ShortestHex = 4;
    private const int ShortestHexWord = 8;
    private const int ShortestToken = 16;
    private const int ShortestMixed = 6;
    private const int ShortestRandom = 12;

    public static int Match(ReadOnlySpan<char> window, out string placeholder)
    {
        int length = 0, digits = 0, lower = 0, upper = 0, hex = 0, changes = 0;
        for (; length < window.Length && char.IsAsciiLetterOrDigit(window[length]); length++)
        {
            var c = window[length];
            if (char.IsAsciiDigit(c))
                digits++;
            else if (char.IsAsciiLetterLower(c))
                lower++;
            else
                upper++;
            if (char.IsAsciiHexDigit(c))
                hex++;
            if (length > 0 && char.IsAsciiDigit(c) != char.IsAsciiDigit(window[length - 1]))
                changes++;
        }
        placeholder = Placeholders.Hex;
        if (length == 0 || (length < window.Length && char.IsLetterOrDigit(window[length])))
            return 0;
        var oneCase = upper == 0 || lower == 0;
        if (hex == length && oneCase && ((length >= ShortestHex && digits > 0 && digits < length && (digits > 1 || length > 6)) || length >= ShortestHexWord))
            return length;
        placeholder = Placeholders.Id;
        if (digits == 0)
            return 0;
        var token = length >= ShortestToken && digits >= 2 && changes >= 2;
        var mixed = length >= ShortestMixed && changes >= 3;
        // Http2Connection is a name, NffrFeUfNV2Hib is none.
        var random = length >= ShortestRandom && lower > 0 && upper * 3 >= length - digits;
        return token || mixed || random ? length : 0;
    }
}
