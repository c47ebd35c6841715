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
