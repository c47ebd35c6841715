using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>A sensitive name with its value: <c>password=…</c>, <c>"clientSecret": "…"</c>, <c>--token …</c>, <c>&lt;Password&gt;…</c>.</summary>
internal static class NameScanner
{
    private const int MaxPrefixChars = 64;
    private const int MaxSuffixChars = 64;
    private const int MaxPartsBefore = 3;
    private const int MaxPartChars = 24;
    private const int MinQuotedChars = 8;
    private const int MaxHeaderLook = 512;

    /// <param name="text">The text.</param>
    /// <param name="at">Where the name starts.</param>
    /// <param name="nameEnd">Behind the name.</param>
    /// <param name="anchor">The name.</param>
    /// <param name="rules">What vendors' keys look like.</param>
    /// <param name="found">The value.</param>
    /// <param name="identifier">The whole identifier around the name.</param>
    public static bool TryFind(ReadOnlySpan<char> text, int at, int nameEnd, Anchor anchor, RedactionRules rules, out Found found, out ReadOnlySpan<char> identifier)
    {
        found = default;
        identifier = default;
        var strength = anchor.Strength;
        if (nameEnd < text.Length && char.IsAsciiDigit(anchor.Literal[0]) && char.IsAsciiDigit(text[nameEnd])) return false; // 2fa38644c7…: a hash
        var end = ReadSuffix(text, nameEnd, ref strength);
        if (end < 0) return false;
        var start = PrefixStart(text, at);
        identifier = text[start..end];
        var op = OperatorReader.Read(text, start, end, out var valueAt);
        if (op == NameOperator.None) return anchor.Strength == NameStrength.Strong && !IsInnocentBefore(text, at, op) && ReversedValue.TryFind(text, start, end, anchor.Detector, out found);
        if (valueAt >= text.Length || IsInnocentBefore(text, at, op)) return false;
        if (op is NameOperator.Assign or NameOperator.Colon && QuotedCode.IsClosing(text, start, valueAt)) return false;
        if (op != NameOperator.Element && Announced.TryFind(text, anchor, end, valueAt, out found)) return true;
        if (anchor.Detector == DetectorTable.MacAddress) return HexScanner.TryNamedMac(text, OperatorReader.SkipQuote(text, valueAt), out found);
        if (InnocentUses.IsInnocent(text, start, nameEnd, end, op, anchor.Literal)) return false;
        if (strength == NameStrength.Phone) return PhoneScanner.TryNamed(text, valueAt, op, out found);
        if (anchor.Literal is "key" or "auth" && end == nameEnd && IsCustomHeader(identifier)) strength = anchor.Literal == "key" ? NameStrength.Weak : NameStrength.Strong;
        if (strength == NameStrength.Key && !IsVendorBefore(text, at)) strength = NameStrength.Random;
        if (anchor.Literal == "hash" && IsContentBefore(text, at)) return false;
        if (strength == NameStrength.Weak && anchor.Literal == "pass" && op == NameOperator.Assign && IsConstant(identifier)) strength = NameStrength.Strong; // SMTP_RELAY_PASS
        if (strength == NameStrength.Filled) strength = op == NameOperator.Assign && anchor.Detector == DetectorTable.Password ? NameStrength.Strong : NameStrength.Weak;
        var span = strength == NameStrength.Header && op is NameOperator.Colon or NameOperator.Assign && TryReadHeader(text, valueAt, QuoteBefore(text, start), out var header)
            ? header
            : ValueReader.Read(text, valueAt, op);
        if (strength == NameStrength.Numeric && !span.Quoted) span = ValueReader.OverGroups(text, span);
        if (op == NameOperator.Colon && span.WordsFollow && text[span.Start - 1] == ':' && ValueReader.FieldFollows(text, span.End)) span = span with { WordsFollow = false };
        if (ProseShapes.IsProse(text, start, end, valueAt, span, op, anchor.Detector)) return false;
        var value = text[span.Start..span.End];
        if (InnocentUses.IsInnocentValue(value, span, op, identifier, anchor)) return false;
        if (op == NameOperator.Block) op = NameOperator.Assign;
        found = new Found(span.Start, span.End, anchor.Detector);
        if (strength is NameStrength.Vendor or NameStrength.Key && (op != NameOperator.Blank || span.Quoted) && ProviderScanner.IsKeyOf(value, identifier, strength, rules)) return true;
        if (strength == NameStrength.Key && op is NameOperator.Assign or NameOperator.Colon && (IsConstant(identifier) || VendorKeyScanner.HoldsVendor(identifier)) && Guid.TryParseExact(value, "D", out _)) return true; // ACME_KEY=<guid>, as environments have it
        if (strength == NameStrength.Vendor) return false;
        if (op == NameOperator.Blank && !span.Quoted && strength is NameStrength.Weak or NameStrength.Random) return false;
        if (op == NameOperator.Blank && span.Quoted && (strength == NameStrength.Header || anchor.Literal.EndsWith("token", StringComparison.Ordinal)) && !Randomness.LooksSecret(value, MinQuotedChars)) return false; // a cookie's or token's name
        if (op == NameOperator.Blank && span.Quoted && anchor.Detector.Id == "connection-string" && !value.ContainsAny('=', ':', '@') && !Randomness.LooksSecret(value, MinQuotedChars)) return false; // the name in the configuration
        if (strength == NameStrength.Header && op == NameOperator.Colon && !span.Quoted && !Randomness.LooksSecret(value, MinQuotedChars) && !HeaderLines.Hold(text, start, span, anchor.Detector)) return false; // "Cookies: blocked"
        if (strength == NameStrength.Header) strength = NameStrength.Strong;
        if (span.Quoted && IsConstant(identifier) && Randomness.LooksNoise(value)) return true; // define('AUTH_KEY', 'f$ 9|…'): blanks are part of it
        if (op == NameOperator.Blank && span.Quoted && anchor.Detector.Id == "secret" && ValueJudge.IsResource(value, text[span.End..])) return false;
        if (op == NameOperator.Blank && span.Quoted && CodeShapes.IsSettingName(value)) return false; // one of 'access_key', 'sas_token'
        if (!span.Quoted && anchor.Literal == "token" && CodeShapes.IsTokenKind(value)) return false;
        if (DataPairs.Hold(text, start, span, op, anchor, strength)) return span.Quoted || !CodeShapes.IsVariable(text, span, identifier, anchor.Literal);
        if (!ValueJudge.IsValue(value, span, op, strength, text[span.End..], anchor.Strength == NameStrength.Key, isShouted: !identifier.ContainsAnyInRange('a', 'z'))) return false;
        if (!span.Quoted && CodeShapes.IsVariable(text, span, identifier, anchor.Literal)) return false;
        return !IsPlainCount(value, anchor, op);
    }

    /// <summary>Behind the identifier's further parts, or -1 where one of them makes the name innocent; a part that is not known asks more of the value.</summary>
    private static int ReadSuffix(ReadOnlySpan<char> text, int at, ref NameStrength strength)
    {
        var i = at;
        var limit = Math.Min(text.Length, at + MaxSuffixChars);
        while (i < limit)
        {
            var start = i;
            if (text[i] is '_' or '-' or '.')
            {
                var sign = i;
                while (i < limit && text[i] is '_' or '-') i++;
                if (i == start) i++;
                if (i >= limit || !char.IsAsciiLetterOrDigit(text[i]) || OperatorReader.IsKeyAt(text, i)) return sign;
                start = i;
            }
            else if (!char.IsAsciiLetterOrDigit(text[i])) return i;

            if (char.IsAsciiDigit(text[i]))
            {
                while (i < limit && char.IsAsciiDigit(text[i])) i++;
                continue;
            }

            i++;
            while (i < limit && (char.IsAsciiLetterLower(text[i]) || (char.IsAsciiLetterUpper(text[i]) && char.IsAsciiLetterUpper(text[i - 1]) && !(i + 1 < limit && char.IsAsciiLetterLower(text[i + 1]))))) i++;
            var part = text[start..i];
            if (part is "Id" or "ID" or "id" or "Ids" or "ids" && text[at - 1] is 'l' or 'L' or 's' or 'S') return -1; // credentialId, UserSecretsId: a reference
            if (NameContextTable.InnocentAfter.GetAlternateLookup<ReadOnlySpan<char>>().Contains(part) && !(text[start - 1] is '_' or '-' && part is "json" or "JSON")) return -1; // credentials.json is a file, CREDENTIALS_JSON holds it
            if (strength == NameStrength.Phone && !PhoneParts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(part)) return -1;
            if (strength is NameStrength.Random or NameStrength.Key or NameStrength.Vendor && !NameContextTable.ValueParts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(part)) return -1;
            if (part.Length > 2 && strength == NameStrength.Weak && char.IsAsciiLetterUpper(part[0]) && text[start - 1] is not ('_' or '-') && !NameContextTable.ValueParts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(part)) strength = NameStrength.Random; // SessionTracker
            if (part.Length > 2 && strength is NameStrength.Strong or NameStrength.Header && !NameContextTable.ValueParts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(part)) strength = strength == NameStrength.Strong ? NameStrength.Filled : NameStrength.Weak;
        }

        return i;
    }

    /// <summary>What may follow a phone's name: <c>phoneHome</c>, <c>mobile_primary</c>.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> PhoneParts = System.Collections.Frozen.FrozenSet.ToFrozenSet(["number", "numbers", "no", "nr", "num", "value", "home", "work", "office", "mobile", "cell", "private", "business", "primary", "secondary", "main"], StringComparer.OrdinalIgnoreCase);

    private static int PrefixStart(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        var limit = Math.Max(0, at - MaxPrefixChars);
        while (i > limit && (char.IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] is '_' or '.' || (text[i - 1] == '-' && i - 1 > limit && char.IsAsciiLetterOrDigit(text[i - 2])))) i--;
        return i;
    }

    /// <summary>Whether a word stands before the name that may be a vendor's or product's: <c>acme_key</c>, <c>ACME KEY</c>.</summary>
    private static bool IsVendorBefore(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        if (end > 0 && (text[end - 1] is '_' or '-' or '.' or ' ')) end--;
        var start = end;
        while (start > 0 && end - start < MaxPartChars && char.IsAsciiLetterOrDigit(text[start - 1])) start--;
        return end - start >= 2 && !NameContextTable.NoVendors.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[start..end]);
    }

    /// <summary><c>ACME_MAIL_PASS</c>, as variables of an environment are written.</summary>
    private static bool IsConstant(ReadOnlySpan<char> identifier) => identifier.Contains('_') && !identifier.ContainsAnyInRange('a', 'z');

    /// <summary><c>X-Partner-Key</c>: a header of a service's own whose last word is the key.</summary>
    private static bool IsCustomHeader(ReadOnlySpan<char> identifier) => identifier.Length > 5 && identifier[0] is 'x' or 'X' && identifier[1] == '-';

    /// <summary>Whether the hash is one of a file's or a commit's contents: <c>contentHash</c>, <c>chunk_hash</c>.</summary>
    private static bool IsContentBefore(ReadOnlySpan<char> text, int at)
    {
        var end = at > 0 && text[at - 1] is '_' or '-' or '.' or ' ' ? at - 1 : at;
        var start = end;
        while (start > 0 && end - start < MaxPartChars && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
            if (char.IsAsciiLetterUpper(text[start]) && end - start > 1 && char.IsAsciiLetterLower(text[start + 1])) break;
        }

        return NameContextTable.ContentWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[start..end]);
    }

    private static bool IsInnocentBefore(ReadOnlySpan<char> text, int at, NameOperator op)
    {
        var end = at;
        for (var parts = 0; parts < MaxPartsBefore; parts++)
        {
            var blank = end > 0 && text[end - 1] == ' ' && parts == 0 && op is NameOperator.Colon or NameOperator.Blank;
            if (end > 0 && (text[end - 1] is '_' or '-' or '.' || blank)) end--;
            var start = end;
            while (start > 0 && end - start < MaxPartChars && char.IsAsciiLetterOrDigit(text[start - 1]))
            {
                start--;
                if (char.IsAsciiLetterUpper(text[start]) && end - start > 1 && char.IsAsciiLetterLower(text[start + 1])) break;
            }

            if (start == end) return false;
            var part = text[start..end];
            if (parts == 0 && NameContextTable.InnocentBefore.GetAlternateLookup<ReadOnlySpan<char>>().Contains(part))
            {
                // "Invalid password: x1y2z3" still tells one; "unexpected token: …" and "CancellationToken: …" never do.
                return !blank || op == NameOperator.Blank || part is "public" or "Public" or "unexpected" or "Unexpected" or "illegal" or "Illegal" or "expected" or "Expected";
            }

            if (blank) return false;
            if (part.Equals("public", StringComparison.OrdinalIgnoreCase)) return true;
            end = start;
        }

        return false;
    }

    /// <summary>A header's value has a scheme, pairs or several words: <c>Bearer x</c>, <c>a=b; c=d</c>.</summary>
    private static bool TryReadHeader(ReadOnlySpan<char> text, int at, char quote, out ValueSpan span)
    {
        span = default;
        if (OperatorReader.SkipQuote(text, at) > at) return false;
        if (AuthSchemes.IsCookieAttribute(text[at..])) return false;
        span = ValueReader.ReadHeader(text, at, quote);
        var line = text.Slice(span.Start, Math.Min(span.Length, MaxHeaderLook));
        var blank = line.IndexOf(' ');
        var first = blank < 0 ? line : line[..blank];
        if (first.IndexOf('=') > 0 && first[^1] != '=') return true;
        if (blank <= 0 || !AuthSchemes.Contains(first)) return false;
        var rest = line[(blank + 1)..].Trim();
        return Randomness.Distinct(rest) > 4 && !ValueJudge.IsPlaceholder(rest) && !AuthSchemes.IsProse(rest);
    }

    private static char QuoteBefore(ReadOnlySpan<char> text, int start) =>
        start > 0 && text[start - 1] is '"' or '\'' or '`' ? text[start - 1] : '\0';

    /// <summary>A count of tokens, not a token.</summary>
    private static bool IsPlainCount(ReadOnlySpan<char> value, Anchor anchor, NameOperator op) =>
        value.Length <= 5 && op != NameOperator.Flag && anchor.Strength != NameStrength.Numeric && (anchor.Literal.EndsWith("token", StringComparison.Ordinal) || anchor.Literal is "secrets" or "passwords" or "cookies") && !value.ContainsAnyExceptInRange('0', '9');
}
