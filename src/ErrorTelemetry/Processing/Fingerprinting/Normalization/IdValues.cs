using System.Buffers;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>Words that no person wrote: hex digests, tokens, ids in which letters and digits mix.</summary>
internal static class IdValues
{
    private static readonly SearchValues<char> s_alphanumeric = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>What Kubernetes makes random names of.</summary>
    private static readonly SearchValues<char> s_pod = SearchValues.Create("bcdfghjklmnpqrstvwxz2456789");

    private static readonly SearchValues<char> s_nano = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private const int NanoLength = 21;
    private const int ConnectionLength = 13;
    private const int ShortestHex = 4;
    private const int ShortestHexWord = 8;
    private const int ShortestToken = 16;
    private const int ShortestMixed = 6;
    private const int ShortestRandom = 12;

    public static int Match(ReadOnlySpan<char> window, out string placeholder)
    {
        int length = 0, digits = 0, lower = 0, upper = 0, hex = 0, changes = 0, kinds = 0;
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
            if (length > 0 && Kind(c) != Kind(window[length - 1]))
                kinds++;
        }
        placeholder = Placeholders.Hex;
        if (length == 0 || (length < window.Length && char.IsLetterOrDigit(window[length])))
            return 0;
        // E11000, E404: an error's code.
        if (window[0] == 'E' && length is 4 or 5 or 6 && digits == length - 1)
            return 0;
        var oneCase = upper == 0 || lower == 0;
        if (hex == length && oneCase && ((length >= ShortestHex && digits > 0 && digits < length && (digits > 1 || length > 6)) || length >= ShortestHexWord))
            return length;
        placeholder = Placeholders.Id;
        if (lower > 0 && upper > 0 && length >= (digits > 0 ? ShortestRandom : ShortestToken) && IsRandom(window[..length], kinds))
            return length;
        // Kestrel's connection ids: 0HN4U5IGFJK1Q.
        if (length == ConnectionLength && lower == 0 && window.StartsWith("0H", StringComparison.Ordinal))
            return length;
        if (digits == 0)
            return 0;
        var token = length >= ShortestToken && digits >= 2 && changes >= 2;
        var mixed = length >= ShortestMixed && changes >= 3;
        // Http2Connection is a name, NffrFeUfNV2Hib is none.
        var random = length >= ShortestRandom && lower > 0 && upper * 3 >= length - digits;
        // SumNullableInt64WithSelector and flagsEnum2Parameter2 are names.
        return (token || mixed || random) && !(lower > 0 && upper > 0 && WordShape.IsMostlyWords(window[..length])) ? length : 0;
    }

    /// <summary>An id of Nano ID's usual length with the signs of its alphabet, <c>x9Kf_3jZq-LmN0pQrStUv</c>.</summary>
    public static int Nano(ReadOnlySpan<char> window)
    {
        var end = window.IndexOfAnyExcept(s_alphanumeric);
        if (end is < 0 or >= NanoLength || window[end] is not ('-' or '_') || window.Length < NanoLength)
            return 0;
        var id = window[..NanoLength];
        if (id.ContainsAnyExcept(s_nano) || (window.Length > NanoLength && s_nano.Contains(window[NanoLength])))
            return 0;
        if (!id.ContainsAnyInRange('0', '9') || !id.ContainsAnyInRange('A', 'Z') || !id.ContainsAnyInRange('a', 'z'))
            return 0;
        var kinds = 0;
        for (var i = 1; i < id.Length; i++)
            kinds += Kind(id[i]) != Kind(id[i - 1]) ? 1 : 0;
        return IsRandom(id, kinds) ? NanoLength : 0;
    }

    /// <summary>Whether cases and digits change as often as chance has it, and no words show.</summary>
    private static bool IsRandom(ReadOnlySpan<char> text, int kinds) => kinds * 5 >= text.Length * 2 && !WordShape.IsMostlyWords(text);

    private static int Kind(char c) => char.IsAsciiDigit(c) ? 0 : char.IsAsciiLetterUpper(c) ? 1 : char.IsAsciiLetterLower(c) ? 2 : 3;

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
