namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Which numbers card issuers give out, by prefix and length (ISO/IEC 7812 and the networks' own pages).</summary>
internal static class CardIssuers
{
    private readonly record struct Range(int Low, int High, int Digits, int Min, int Max);

    private static readonly Range[] Ranges =
    [
        new(4, 4, 1, 13, 13), new(4, 4, 1, 16, 16), new(4, 4, 1, 19, 19),
        new(51, 55, 2, 16, 16), new(2221, 2720, 4, 16, 16),
        new(34, 34, 2, 15, 15), new(37, 37, 2, 15, 15),
        new(6011, 6011, 4, 16, 19), new(644, 649, 3, 16, 19), new(65, 65, 2, 16, 19),
        new(300, 305, 3, 14, 19), new(309, 309, 3, 14, 14), new(36, 36, 2, 14, 19), new(38, 39, 2, 14, 19),
        new(3528, 3589, 4, 16, 19), new(2131, 2131, 4, 15, 15), new(1800, 1800, 4, 15, 15),
        new(62, 62, 2, 16, 19), new(81, 81, 2, 16, 19),
        new(5018, 5018, 4, 12, 19), new(5020, 5020, 4, 12, 19), new(5610, 5610, 4, 16, 16), new(6331, 6333, 4, 16, 19), new(5038, 5038, 4, 12, 19), new(5893, 5893, 4, 12, 19), new(6304, 6304, 4, 12, 19), new(6759, 6759, 4, 12, 19), new(6761, 6763, 4, 12, 19), new(67, 67, 2, 16, 16),
        new(2200, 2204, 4, 16, 19), new(9792, 9792, 4, 16, 16), new(50, 50, 2, 16, 16), new(60, 60, 2, 16, 16),
    ];

    public static bool IsIssued(ReadOnlySpan<char> digits)
    {
        foreach (var range in Ranges)
        {
            if (digits.Length < range.Min || digits.Length > range.Max) continue;
            var prefix = int.Parse(digits[..range.Digits], System.Globalization.CultureInfo.InvariantCulture);
            if (prefix >= range.Low && prefix <= range.High) return true;
        }

        return false;
    }

    /// <summary>Numbers that only count where a word such as <c>card</c> stands before them.</summary>
    public static bool IsRareIssuer(ReadOnlySpan<char> digits) => digits[0] is '1' or '3' or '4' or '5' or '6' && digits.Length is >= 12 and <= 19;
}
