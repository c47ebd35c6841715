using System.Collections.Frozen;

namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>International bank account numbers (ISO 13616), together or in groups of four.</summary>
internal static class IbanScanner
{
    /// <summary>The length of each country's numbers (SWIFT IBAN registry).</summary>
    private static readonly FrozenDictionary<string, int> Lengths =
        ("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 " +
         "LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30 " +
         // Not in the registry, in use (partial countries)
         "AO25 BF28 BJ28 CF27 CG27 CI28 CM27 CV25 DZ26 GA27 GQ27 GW25 IR26 KM27 MA28 MG27 ML28 MZ25 NE28 SN28 TD27 TG28")
        .Split(' ').ToFrozenDictionary(row => row[..2], row => int.Parse(row[2..], System.Globalization.CultureInfo.InvariantCulture));

    private const int LongestIban = 34;

    public static bool TryFind(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        if (at + 15 > text.Length || !char.IsAsciiLetter(text[at]) || !char.IsAsciiLetter(text[at + 1]) || !char.IsAsciiDigit(text[at + 2]) || !char.IsAsciiDigit(text[at + 3])) return false;
        // Lower case throughout or not at all; a mixture is an identifier.
        var lower = char.IsAsciiLetterLower(text[at]);
        ReadOnlySpan<char> country = [char.ToUpperInvariant(text[at]), char.ToUpperInvariant(text[at + 1])];
        if (lower != char.IsAsciiLetterLower(text[at + 1]) || !Lengths.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(country, out var length)) return false;
        Span<char> iban = stackalloc char[LongestIban];
        int count = 0, i = at;
        // In groups of four throughout or together: the last groups of a UUID are neither.
        var grouped = NumberScanner.IsGap(text[at + 4]);
        for (; i < text.Length && count < length; i++)
        {
            var c = text[i];
            if (grouped && count > 0 && count % 4 == 0 && char.IsAsciiLetterOrDigit(text[i - 1]))
            {
                if (!NumberScanner.IsGap(c)) return false;
            }
            else if (char.IsAsciiDigit(c) || (lower ? char.IsAsciiLetterLower(c) : char.IsAsciiLetterUpper(c))) iban[count++] = char.ToUpperInvariant(c);
            else
            {
                return false;
            }
        }

        if (count < length || (i < text.Length && char.IsAsciiLetterOrDigit(text[i])) || !HasCheckDigits(iban[..count])) return false;
        if (lower && !grouped && IsHash(iban[..count])) return false;
        found = new Found(at, i, DetectorTable.Iban);
        return true;
    }

    /// <summary>Hexadecimal digits with letters among them: the name of a file or a commit, of which one in a hundred has the check digits.</summary>
    private static bool IsHash(ReadOnlySpan<char> iban) => iban[2..].ContainsAnyInRange('A', 'F') && !iban.ContainsAnyInRange('G', 'Z');

    private static bool HasCheckDigits(ReadOnlySpan<char> iban)
    {
        var remainder = 0;
        for (var k = 0; k < iban.Length; k++)
        {
            var c = iban[(k + 4) % iban.Length];
            remainder = char.IsAsciiDigit(c) ? (remainder * 10 + (c - '0')) % 97 : (remainder * 100 + (c - 'A' + 10)) % 97;
        }

        return remainder == 1;
    }
}
