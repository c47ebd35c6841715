namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>IPv6 and MAC addresses.</summary>
internal static class HexScanner
{
    private const int MaxIpv6Chars = 46;

    public static bool TryMac(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        const int Length = 17;
        if (text.Length - at < Length || text[at + 2] is not (':' or '-')) return false;
        var sign = text[at + 2];
        var value = text.Slice(at, Length);
        for (var k = 0; k < Length; k++)
        {
            if (k % 3 == 2 ? value[k] != sign : !char.IsAsciiHexDigit(value[k])) return false;
        }

        var before = Escapes.Before(text, at);
        if (char.IsAsciiLetterOrDigit(before) || before == sign) return false;
        if (at + Length < text.Length && (char.IsAsciiLetterOrDigit(text[at + Length]) || (text[at + Length] == sign && at + Length + 1 < text.Length && char.IsAsciiHexDigit(text[at + Length + 1])))) return false;
        if (Randomness.Distinct(value) <= 2) return false;
        found = new Found(at, at + Length, DetectorTable.MacAddress);
        return true;
    }

    /// <summary>The form <c>0011.2233.44ff</c>; without a letter it would be a number.</summary>
    public static bool TryDottedMac(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        const int Length = 14;
        var before = Escapes.Before(text, at);
        if (text.Length - at < Length || char.IsAsciiLetterOrDigit(before) || before is '.' or '-' or '_') return false;
        var value = text.Slice(at, Length);
        for (var k = 0; k < Length; k++)
        {
            if (k is 4 or 9 ? value[k] != '.' : !char.IsAsciiHexDigit(value[k])) return false;
        }

        if (at + Length < text.Length && (char.IsAsciiLetterOrDigit(text[at + Length]) || text[at + Length] is '.' or '(' or '_')) return false;
        if (!value.ContainsAnyInRange('a', 'f') && !value.ContainsAnyInRange('A', 'F')) return false;
        found = new Found(at, at + Length, DetectorTable.MacAddress);
        return true;
    }

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
