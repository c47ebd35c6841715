namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Whether a text looks made by a generator, not by a person who wants to be read.</summary>
internal static class Randomness
{
    /// <summary>How many different ASCII characters the text has.</summary>
    public static int Distinct(ReadOnlySpan<char> text)
    {
        ulong low = 0, high = 0;
        foreach (var c in text)
        {
            if (c < 64) low |= 1UL << c;
            else high |= 1UL << (c & 63);
        }

        return System.Numerics.BitOperations.PopCount(low) + System.Numerics.BitOperations.PopCount(high);
    }

    /// <summary>Whether a token's text is more than a placeholder such as <c>xxxxxxxx</c> or <c>00000000</c>.</summary>
    public static bool IsVaried(ReadOnlySpan<char> text) => text.IsEmpty || Distinct(text) > 1 || text[0] is not ('x' or 'X' or '*' or '0' or '1' or '.' or '#');

    /// <summary>Letters and digits mixed as in a generated secret or a person's password; never a version, a date, a path or an identifier.</summary>
    public static bool LooksSecret(ReadOnlySpan<char> value, int minLength)
    {
        if (value.Length < minLength || value.Contains("://", StringComparison.Ordinal)) return false;
        int digits = 0, lower = 0, upper = 0, signs = 0, separators = 0, switches = 0;
        var before = 0;
        foreach (var c in value)
        {
            // A letter of another script is a word's letter, no sign.
            var kind = char.IsAsciiDigit(c) ? 1 : char.IsAsciiLetter(c) || c > 127 ? 2 : 3;
            if (kind == 1) digits++;
            else if (char.IsAsciiLetterLower(c) || c > 127) lower++;
            else if (char.IsAsciiLetterUpper(c)) upper++;
            else if (c is '.' or '-' or '_' or '/' or ':' or '\\') separators++;
            else if (c > ' ') signs++;
            else return false;
            if (kind != before && kind != 3 && before != 3) switches++;
            before = kind;
        }

        if (lower + upper == 0) return false;
        if (digits == 0) return (signs > 0 && lower + upper >= 4 && !IsSentenceEnd(value)) || (value.Length >= 24 && separators <= value.Length / 16 && lower > 3 && upper > 3 && CaseSwitches(value) > value.Length / 5);
        if (separators > 0 && separators * 5 >= value.Length) return false;
        return switches >= 2 || signs > 0 || value.Length >= 12 || (lower > 0 && upper > 0);
    }

    /// <summary>Long, mixed in case and digits, no path, GUID, hash or identifier.</summary>
    public static bool LooksGenerated(ReadOnlySpan<char> value, int minLength)
    {
        if (value.Length < minLength || Distinct(value) < 10) return false;
        int digits = 0, lower = 0, upper = 0, other = 0;
        foreach (var c in value)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsAsciiLetterLower(c)) lower++;
            else if (char.IsAsciiLetterUpper(c)) upper++;
            else if (c is '-' or '_' or '+' or '/' or '=' or '.' or '~' or '%') other++;
            else return false;
        }

        return digits >= 2 && lower >= 3 && upper >= 3 && other * 6 <= value.Length && CaseSwitches(value) >= value.Length / 5;
    }

    /// <summary>A run of letters and digits of this length is no name that a person would write.</summary>
    private const int MinKeyRun = 20;

    /// <summary>Digits and letters in one run, as keys of one case or of hex digits are; no GUID, date, path or name in words.</summary>
    public static bool LooksKey(ReadOnlySpan<char> value, int minLength)
    {
        if (value.Length < minLength || Distinct(value) < 8 || Guid.TryParseExact(value, "D", out _)) return false;
        int digits = 0, letters = 0, signs = 0, run = 0, longest = 0, switches = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsAsciiLetter(c)) letters++;
            else if (c is '-' or '_' or '+' or '/' or '=' or '.' or '~' or ':') signs++;
            else return false;
            run = char.IsAsciiLetterOrDigit(c) ? run + 1 : 0;
            longest = Math.Max(longest, run);
            if (i > 0 && char.IsAsciiDigit(c) != char.IsAsciiDigit(value[i - 1])) switches++;
        }

        return digits >= 3 && letters >= 3 && signs * 6 <= value.Length && longest >= 12 && ((signs == 0 && longest >= MinKeyRun) || switches >= 5 || CaseSwitches(value) * 4 >= value.Length);
    }

    /// <summary>A short run in which small and capital letters and digits change nearly at every step, as only chance makes them: <c>Zx81kQp22mN</c>, not <c>Report2024Q3</c>.</summary>
    public static bool LooksScrambled(ReadOnlySpan<char> value)
    {
        const int MinChars = 10;
        if (value.Length < MinChars || CaseSwitches(value) * 5 < value.Length * 3) return false;
        int digits = 0, lower = 0, upper = 0;
        foreach (var c in value)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsAsciiLetterLower(c)) lower++;
            else if (char.IsAsciiLetterUpper(c)) upper++;
            else return false;
        }

        return digits >= 2 && lower >= 2 && upper >= 2;
    }

    /// <summary>Groups of one length with letters and digits mixed, as licences and recovery keys are written: <c>7F3K-9QX2-LM4T-81ZC</c>.</summary>
    public static bool LooksGrouped(ReadOnlySpan<char> value)
    {
        const int MinGroups = 4;
        if (value.Length < 19 || Guid.TryParseExact(value, "D", out _)) return false;
        var sign = value.ContainsAnyExcept(GroupChars) ? '\0' : value.Contains('-') ? '-' : '.';
        int groups = 0, width = 0, mixed = 0;
        foreach (var range in value.Split(sign))
        {
            var group = value[range];
            if (groups++ == 0) width = group.Length;
            if (group.Length != width || width is < 4 or > 8 || group.ContainsAny('-', '.')) return false;
            if (group.ContainsAnyInRange('0', '9') && (group.ContainsAnyInRange('A', 'Z') || group.ContainsAnyInRange('a', 'z'))) mixed++;
        }

        return groups >= MinGroups && mixed * 2 >= groups;
    }

    /// <summary>A long text of letters, digits and many kinds of signs, perhaps with blanks: what a generator of salts makes, and no sentence or code.</summary>
    public static bool LooksNoise(ReadOnlySpan<char> value)
    {
        const int MinChars = 32;
        const int MinSigns = 8;
        if (value.Length < MinChars) return false;
        int signs = 0, digits = 0, letters = 0;
        ulong kinds = 0;
        foreach (var c in value)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsAsciiLetter(c)) letters++;
            else if (c is > ' ' and < '\u007f') (signs, kinds) = (signs + 1, kinds | 1UL << (c & 63));
            else if (c != ' ') return false;
        }

        return digits >= 2 && letters >= 8 && signs * 8 >= value.Length && System.Numerics.BitOperations.PopCount(kinds) >= MinSigns;
    }

    private static readonly System.Buffers.SearchValues<char> GroupChars = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.");

    /// <summary>Whether upper and lower case alternate as only chance does; <c>humpsOfNames</c> do not.</summary>
    public static bool ChangesCase(ReadOnlySpan<char> value) => value.Length >= 20 && CaseSwitches(value) * 10 >= value.Length * 3;

    private static int CaseSwitches(ReadOnlySpan<char> value)
    {
        var switches = 0;
        for (var i = 1; i < value.Length; i++)
        {
            if (Kind(value[i]) != Kind(value[i - 1])) switches++;
        }

        return switches;

        static int Kind(char c) => char.IsAsciiDigit(c) ? 0 : char.IsAsciiLetterLower(c) ? 1 : char.IsAsciiLetterUpper(c) ? 2 : 3;
    }

    private static bool IsSentenceEnd(ReadOnlySpan<char> value) => value[^1] is '!' or '?' && !value[..^1].ContainsAnyExcept(Letters);

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}
