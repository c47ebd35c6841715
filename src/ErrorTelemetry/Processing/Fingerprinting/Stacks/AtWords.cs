namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>The word before each frame of a .NET stack. .NET itself writes <c>at</c>; .NET Framework writes it in the machine's language.</summary>
internal static class AtWords
{
    /// <summary>Each word with the blank or colon that follows it.</summary>
    public static readonly string[] Localised =
    [
        "bei ",          // German
        "à ",            // French
        "en ",           // Spanish
        "in ",           // Italian
        "em ",           // Portuguese
        "в ",            // Russian
        "w ",            // Polish
        "v ",            // Czech
        "bij ",          // Dutch
        "vid ",          // Swedish
        "ved ",          // Danish, Norwegian
        "kohteessa ",    // Finnish
        "konum: ",       // Turkish
        "a következő helyen: ", // Hungarian
        "σε ",           // Greek
        "στο ",          // Greek
        "la ",           // Romanian
        "у ",            // Ukrainian
        "在 ",           // Chinese, simplified
        "於 ",           // Chinese, traditional
        "場所 ",         // Japanese
        "위치: ",        // Korean
        "في ",           // Arabic
        "ב- ",           // Hebrew
    ];

    /// <summary>Words of program text that stand before a call, as no language's "at" does.</summary>
    private static readonly string[] s_code = ["return", "await", "throw", "new", "yield", "else", "not", "and", "or", "if", "while", "using"];

    /// <summary>
    /// Whether the line starts with one word of letters, as in a language that the table lacks, and goes on with a method's name without a blank:
    /// <c>var x = a.B()</c> and <c>public static T Get()</c> are program text.
    /// </summary>
    public static bool MayBeAnother(ReadOnlySpan<char> line, out ReadOnlySpan<char> rest)
    {
        const int Longest = 16;
        rest = default;
        var blank = line.IndexOf(' ');
        if (blank is <= 0 or > Longest || line.Contains(": ", StringComparison.Ordinal))
            return false;
        foreach (var c in line[..blank].TrimEnd(':'))
        {
            if (!char.IsLetter(c))
                return false;
        }
        foreach (var word in s_code)
        {
            if (line[..blank].SequenceEqual(word))
                return false;
        }
        rest = line[(blank + 1)..].TrimStart();
        var open = rest.IndexOf('(');
        return open > 0 && !rest[..open].Contains(' ');
    }

    /// <summary>Removes the localised word; <see langword="false"/> where the line starts with none.</summary>
    public static bool TryStrip(ReadOnlySpan<char> line, out ReadOnlySpan<char> rest)
    {
        foreach (var word in Localised)
        {
            if (line.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                rest = line[word.Length..].TrimStart();
                return true;
            }
        }
        rest = default;
        return false;
    }
}
