namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>What starts with a digit: payment cards, social security numbers, IPv4 addresses.</summary>
internal static class DigitScanner
{
    private const int MaxCardChars = 32; // with escaped blanks between the groups

    public static bool TryCard(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        if (!IsOpenBefore(text, at) && !(at > 0 && text[at - 1] == '_' && ContextWords.Before(text, at, ContextWords.Card))) return false;
        Span<char> digits = stackalloc char[20];
        Span<int> groups = stackalloc int[8];
        int count = 0, groupCount = 0, group = 0, i = at;
        var separator = '\0';
        var limit = Math.Min(text.Length, at + MaxCardChars);
        for (; i < limit; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                if (count == 20) return false;
                digits[count++] = c;
                group++;
            }
            else if (NumberScanner.CardGapAt(text, i) is > 0 and var gap && (separator == '\0' || separator == c) && group > 0 && i + gap < text.Length && char.IsAsciiDigit(text[i + gap]) && groupCount < 7)
            {
                separator = c;
                groups[groupCount++] = group;
                group = 0;
                i += gap - 1;
            }
            else break;
        }

        groups[groupCount++] = group;
        if (count is < 12 or > 19 || !IsOpenAfter(text, i)) return false;
        digits = digits[..count];
        if (separator != '\0' && !IsCardGrouping(groups[..groupCount])) return false;
        if (!CardIssuers.IsIssued(digits) && !(CardIssuers.IsRareIssuer(digits) && ContextWords.Before(text, at, ContextWords.Card))) return false;
        if (!PassesLuhn(digits) || Randomness.Distinct(digits) < 2) return false;
        if ((separator == '\0' || separator == '/') && (MayBeId(text, at, count) || IsBarcode(digits)) && !ContextWords.Before(text, at, ContextWords.Card)) return false;
        found = new Found(at, i, DetectorTable.PaymentCard);
        return true;
    }

    /// <summary>One in ten numbers passes Luhn by chance. A negative number, 17 to 19 digits as counters and hashes have them, and what stands behind a word such as <c>id</c> is no card by its digits alone.</summary>
    private static bool MayBeId(ReadOnlySpan<char> text, int at, int digits) =>
        digits >= 17 || (at > 0 && text[at - 1] is '-' or '_' or '#') || ContextWords.IsIdBefore(text, at);

    /// <summary>The check digit of an article number (EAN-13); goods from Germany start with 4, as old cards do.</summary>
    private static bool IsBarcode(ReadOnlySpan<char> digits)
    {
        if (digits.Length != 13) return false;
        var sum = 0;
        for (var k = 0; k < 13; k++) sum += (digits[k] - '0') * (k % 2 == 0 ? 1 : 3);
        return sum % 10 == 0;
    }

    public static bool TrySsn(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        const int Length = 11;
        if (text.Length - at < Length || !IsOpenBefore(text, at) || !IsOpenAfter(text, at + Length)) return false;
        var s = text.Slice(at, Length);
        var sign = s[3];
        if (!NumberScanner.IsGap(sign) || s[6] != sign) return false;
        for (var k = 0; k < Length; k++)
        {
            if (k is 3 or 6 ? s[k] != sign : !char.IsAsciiDigit(s[k])) return false;
        }

        if (s[..3] is "000" or "666" || (s[0] == '9' && !IsItinGroup(s[4..6])) || s[4..6] is "00" || s[7..] is "0000") return false;
        if (sign == '.' && !ContextWords.Before(text, at, ContextWords.Ssn)) return false;
        found = new Found(at, at + Length, DetectorTable.UsSsn);
        return true;
    }

    /// <summary>The groups of individual taxpayer numbers, which start with 9 (IRS).</summary>
    private static bool IsItinGroup(ReadOnlySpan<char> group) =>
        (group[0] - '0') * 10 + (group[1] - '0') is (>= 50 and <= 65) or (>= 70 and <= 88) or (>= 90 and <= 92) or (>= 94 and <= 99);

    public static bool TryIpv4(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        var i = at;
        Span<int> parts = stackalloc int[4];
        for (var k = 0; k < 4; k++)
        {
            var start = i;
            var value = 0;
            while (i < text.Length && i - start < 3 && char.IsAsciiDigit(text[i])) value = value * 10 + (text[i++] - '0');
            if (i == start || value > 255 || (i - start > 1 && text[start] == '0')) return false;
            parts[k] = value;
            if (k < 3 && (i >= text.Length || text[i++] != '.')) return false;
        }

        if (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '_' || (text[i] is '.' or '-' && i + 1 < text.Length && char.IsAsciiLetterOrDigit(text[i + 1])))) return false;
        if (parts[0] is 0 or 127 or 255 || parts[0] >= 224) return false;
        var isBlock = i + 1 < text.Length && text[i] == '/' && char.IsAsciiDigit(text[i + 1]);
        if (parts is [_, 0, 0, 0] && !isBlock) return false; // a version's usual ending, and nobody's address
        var hasPort = i + 1 < text.Length && text[i] == ':' && char.IsAsciiDigit(text[i + 1]);
        if (!MayStartAddress(text, at, hasPort)) return false;
        found = new Found(at, i, DetectorTable.IpAddress);
        return true;
    }

    /// <summary>The address in a host's name, as clouds give it: <c>ip-10-1-2-3.ec2.internal</c>, <c>10-1-2-3.shop.svc.cluster.local</c>.</summary>
    public static bool TryDashedIpv4(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        var i = at;
        for (var k = 0; k < 4; k++)
        {
            var start = i;
            var value = 0;
            while (i < text.Length && i - start < 3 && char.IsAsciiDigit(text[i])) value = value * 10 + (text[i++] - '0');
            if (i == start || value > 255 || (k < 3 && (i >= text.Length || text[i++] != '-'))) return false;
        }

        if (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '_')) return false;
        var isNamed = at >= 3 && text[at - 1] == '-' && (text[at - 2] | 0x20) == 'p' && (text[at - 3] | 0x20) == 'i' && (at == 3 || !char.IsAsciiLetterOrDigit(text[at - 4]));
        if (!isNamed && !IsHostBehind(text, at, i)) return false;
        found = new Found(at, i, DetectorTable.IpAddress);
        return true;
    }

    private static bool IsHostBehind(ReadOnlySpan<char> text, int at, int end)
    {
        const int MaxHostChars = 128;
        if (end >= text.Length || text[end] != '.' || (at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '_'))) return false;
        var i = end;
        while (i < text.Length && i - end < MaxHostChars && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '-' or '.')) i++;
        var host = text[end..i].TrimEnd('.');
        return host.EndsWith(".internal") || host.EndsWith(".local") || host.EndsWith(".amazonaws.com");
    }

    /// <summary>A quad behind a version's word or a product's slash is a version: <c>Version=4.0.1.2</c>, <c>Chrome/120.0.0.1</c>, <c>v1.2.3.4</c>, <c>Foo.1.2.3.4</c>.</summary>
    private static bool MayStartAddress(ReadOnlySpan<char> text, int at, bool hasPort)
    {
        if (at == 0) return true;
        var before = Escapes.Before(text, at);
        if (char.IsAsciiLetterOrDigit(before) || before is '_' or '.' or '~' or '§') return false;
        if (before == '-') return at > 1 && text[at - 2] is not ('.' or '-') && !char.IsAsciiLetterOrDigit(text[at - 2]);
        if (before == '/' && !hasPort && at > 1 && char.IsAsciiLetterOrDigit(text[at - 2]) && !ContextWords.IsHostBefore(text, at)) return false;
        return !IsComparedBefore(text, at) && !SectionSigns.IsBefore(text, at) && !ContextWords.IsVersionBefore(text, at);
    }

    /// <summary><c>&gt;= 1.2.3.4</c>: only versions are compared.</summary>
    private static bool IsComparedBefore(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i > 0 && at - i < 3 && text[i - 1] is ' ' or '=') i--;
        return i > 0 && i < at && text[i] is '=' or ' ' && text[i - 1] is '>' or '<' or '~' or '^' && text[(i - 1)..at].ContainsAny('=', '~', '^');
    }

    private static bool PassesLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var k = 0; k < digits.Length; k++)
        {
            var d = digits[^(k + 1)] - '0';
            if ((k & 1) == 1) d = d > 4 ? d * 2 - 9 : d * 2;
            sum += d;
        }

        return sum % 10 == 0;
    }

    private static bool IsCardGrouping(ReadOnlySpan<int> groups) => groups switch
    {
        [4, 4, 4, 4] or [4, 6, 5] or [4, 6, 4] or [4, 4, 4, 4, 3] or [4, 4, 5] or [4, 4, 4, 1] or [6, 4, 4] or [4, 4, 4, 2] or [6, 10] or [6, 13] or [4, 5, 6] or [4, 4, 4, 3] => true,
        _ => false,
    };

    private static bool IsOpenBefore(ReadOnlySpan<char> text, int at)
    {
        var before = Escapes.Before(text, at);
        return !(char.IsAsciiLetterOrDigit(before) || before is '_' || (before is '.' or '-' && at > 1 && (char.IsAsciiLetterOrDigit(text[at - 2]) || text[at - 2] == '_')));
    }

    private static bool IsOpenAfter(ReadOnlySpan<char> text, int end) =>
        end >= text.Length || !(char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' || (text[end] is '-' or '.' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]) && !char.IsAsciiLetterUpper(text[end + 1])));
}
