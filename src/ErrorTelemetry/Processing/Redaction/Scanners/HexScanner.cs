namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>IPv6 and MAC addresses.</summary>
internal static class HexScanner
{
    private const int MaxIpv6Chars = 46;

    /// <summary>Six pairs, or the eight of an EUI-64, with the same sign between all.</summary>
    public static bool TryMac(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        if (text.Length - at < MacChars || text[at + 2] is not (':' or '-')) return false;
        var sign = text[at + 2];
        var end = PairsEnd(text, at, sign);
        var value = text[at..end];
        if (value.Length != MacChars && !(value.Length == Eui64Chars && (sign == '-' || value.ContainsAny(HexLetters)))) return false;
        var before = Escapes.Before(text, at);
        if (char.IsAsciiLetterOrDigit(before) || before == sign) return false;
        if (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] == sign && end + 1 < text.Length && char.IsAsciiHexDigit(text[end + 1])))) return false;
        if (Randomness.Distinct(value) <= 2 || (value.Length == Eui64Chars && !value.ContainsAny(HexLetters))) return false;
        found = new Found(at, end, DetectorTable.MacAddress);
        return true;
    }

    private static int PairsEnd(ReadOnlySpan<char> text, int at, char sign)
    {
        var i = at;
        while (i - at < Eui64Chars && i + 1 < text.Length && char.IsAsciiHexDigit(text[i]) && char.IsAsciiHexDigit(text[i + 1]))
        {
            i += 2;
            if (i + 2 >= text.Length || text[i] != sign || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]) || i - at >= Eui64Chars) return i;
            i++;
        }

        return i;
    }

    /// <summary>The form <c>0011.2233.44ff</c>, or four such groups; without a letter it would be a number.</summary>
    public static bool TryDottedMac(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        var before = Escapes.Before(text, at);
        if (char.IsAsciiLetterOrDigit(before) || before is '.' or '-' or '_') return false;
        var end = at;
        var groups = 0;
        while (groups < 4 && end + 4 <= text.Length && !text.Slice(end, 4).ContainsAnyExcept(HexDigits))
        {
            groups++;
            end += 4;
            if (end >= text.Length || text[end] != '.') break;
            end++;
        }

        if (groups < 3) return false;
        if (text[end - 1] == '.') end--;
        if (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '(' or '_' || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1])))) return false;
        var value = text[at..end];
        if (!value.ContainsAny(HexLetters) || !value.ContainsAnyInRange('0', '9')) return false;
        found = new Found(at, end, DetectorTable.MacAddress);
        return true;
    }

    /// <summary>What a word such as <c>mac address</c> calls one, in whatever form: <c>001b4411a3b7</c>, <c>00 1b 44 11 a3 b7</c>.</summary>
    public static bool TryNamedMac(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        var digits = 0;
        var end = at;
        for (var i = at; i < text.Length && i - at <= Eui64Chars; i++)
        {
            if (char.IsAsciiHexDigit(text[i]))
            {
                digits++;
                end = i + 1;
            }
            else if (text[i] is not (' ' or ':' or '-' or '.') || i != end || i == at || digits % 2 != 0) break;
        }

        if (digits is not (12 or 16) || (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))) return false;
        var value = text[at..end];
        if (!value.ContainsAnyInRange('0', '9') || Randomness.Distinct(value) <= 3) return false;
        found = new Found(at, end, DetectorTable.MacAddress);
        return true;
    }

    private const int MacChars = 17;
    private const int Eui64Chars = 23;
    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly System.Buffers.SearchValues<char> HexLetters = System.Buffers.SearchValues.Create("abcdefABCDEF");

    public static bool TryIpv6(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        var before = Escapes.Before(text, at);
        if (char.IsAsciiLetterOrDigit(before) || before is ':' or '.' or '_' or '-') return false;
        var limit = Math.Min(text.Length, at + MaxIpv6Chars);
        var end = at;
        while (end < limit && (char.IsAsciiHexDigit(text[end]) || text[end] is ':' or '.')) end++;
        while (end > at && text[end - 1] is '.' || (end > at + 1 && text[end - 1] == ':' && text[end - 2] != ':')) end--;
        if (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_')) return false;
        var value = text[at..end];
        if (value.Length < 3 || value.Count(':') < 2 || (value.Length == 3 && !value.ContainsAnyInRange('0', '9'))) return false;
        if (!System.Net.IPAddress.TryParse(value, out var address) || address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6) return false;
        if (System.Net.IPAddress.IsLoopback(address) || !(IsLikely(value) || IsInBrackets(text, at, end) || ContextWords.IsHostBefore(text, at))) return false;
        found = new Found(at, ZoneEnd(text, end), DetectorTable.IpAddress);
        return true;
    }

    private static bool IsInBrackets(ReadOnlySpan<char> text, int at, int end) =>
        at > 0 && text[at - 1] == '[' && end + 1 < text.Length && text[end] == ']' && text[end + 1] is ':' or '/';

    /// <summary>Behind the zone of a link-local address: <c>fe80::1%eth0</c>.</summary>
    private static int ZoneEnd(ReadOnlySpan<char> text, int end)
    {
        const int MaxZoneChars = 16;
        if (end + 1 >= text.Length || text[end] != '%' || !char.IsAsciiLetterOrDigit(text[end + 1])) return end;
        var i = end + 1;
        while (i < text.Length && i <= end + MaxZoneChars && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '_' or '.' or '-')) i++;
        while (text[i - 1] is '.' or '-') i--;
        return i;
    }

    /// <summary>Code has <c>a::b</c> too: a short form counts with an allocated first group only.</summary>
    private static bool IsLikely(ReadOnlySpan<char> value)
    {
        if (!value.Contains("::", StringComparison.Ordinal)) return true;
        if (value.Length < 6 || !value.ContainsAnyInRange('0', '9')) return false;
        var first = value[..value.IndexOf(':')];
        if (first.Length == 0) return value.StartsWith("::ffff:", StringComparison.OrdinalIgnoreCase) || value.Count(':') >= 4;
        return first.Length >= 3 || value.Count(':') >= 5 || (value.Count(':') >= 3 && char.IsAsciiDigit(first[0])); // 1:2::8; a slice has two colons at most
    }
}
