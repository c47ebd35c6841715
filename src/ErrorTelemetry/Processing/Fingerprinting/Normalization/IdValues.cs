using System.Buffers;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>Words that no person wrote: hex digests, tokens, ids in which letters and digits mix.</summary>
internal static class IdValues
{
    private static readonly SearchValues<char> s_alphanumeric = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>What Kubernetes makes random names of.</summary>
    private static readonly SearchValues<char> s_pod = SearchValues.Create("bcdfghjklmnpqrstvwxz2456789");

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

    /// <summary>Base64: upper and lower case and digits, and a sign of it, since a path has slashes too.</summary>
    public static int Base64(ReadOnlySpan<char> window)
    {
        // Almost every word ends at a blank.
        var end = window.IndexOfAnyExcept(s_alphanumeric);
        if (end < 0 || window[end] is not ('+' or '/' or '='))
            return 0;
        foreach (var match in ValuePatterns.Base64().EnumerateMatches(window))
        {
            var text = window[..match.Length];
            return (text.IndexOfAny('+', '=') >= 0 || HasToken(text)) && text.ContainsAnyInRange('A', 'Z') && text.ContainsAnyInRange('a', 'z') && text.ContainsAnyInRange('0', '9') ? match.Length : 0;
        }
        return 0;
    }

    private static bool HasToken(ReadOnlySpan<char> text)
    {
        foreach (var range in text.Split('/'))
        {
            if (Match(text[range], out _) > 0)
                return true;
        }
        return false;
    }

    /// <summary>The <c>-x2k4q</c> that Kubernetes puts behind the hash in a pod's name.</summary>
    public static int PodSuffix(ReadOnlySpan<char> rest)
    {
        const int Length = 6;
        if (rest.Length < Length || rest[0] != '-' || rest[1..Length].ContainsAnyExcept(s_pod) || (rest.Length > Length && char.IsLetterOrDigit(rest[Length])))
            return 0;
        return Length;
    }

    /// <summary>The digits of <c>#1e90ff</c>.</summary>
    public static int Color(ReadOnlySpan<char> window)
    {
        var end = 0;
        while (end < window.Length && char.IsAsciiHexDigit(window[end]))
            end++;
        return end is 6 or 8 && (end == window.Length || !char.IsLetterOrDigit(window[end])) ? end : 0;
    }
}
