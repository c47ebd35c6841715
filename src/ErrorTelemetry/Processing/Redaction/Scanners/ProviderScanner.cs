namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Names the vendor of a value that has no form of its own.</summary>
internal static class ProviderScanner
{
    /// <summary>Whether a value behind a vendor's own name has the form of its keys, and is no number.</summary>
    public static bool IsKeyOf(ReadOnlySpan<char> value, ReadOnlySpan<char> identifier, NameStrength strength, RedactionRules rules) =>
        value.Length >= MinKeyChars && value.ContainsAnyInRange('0', '9') && value.ContainsAnyExceptInRange('0', '9') && !value.Contains('/')
        && (strength == NameStrength.Key || Guid.TryParse(value, out _) || Randomness.LooksKey(value, MinKeyChars)) && TryFind(value, identifier, rules, out _);

    private const int MinKeyChars = 14;

    public static bool TryFind(ReadOnlySpan<char> value, ReadOnlySpan<char> identifier, RedactionRules rules, out Detector detector)
    {
        foreach (var provider in rules.Providers)
        {
            foreach (var word in provider.Words)
            {
                if (!identifier.Contains(word, StringComparison.OrdinalIgnoreCase)) continue;
                foreach (var form in provider.Forms)
                {
                    if (form.MatchAt(value, 0) != value.Length) continue;
                    detector = provider.Detector;
                    return true;
                }
            }
        }

        detector = DetectorTable.SensitiveName;
        return false;
    }
}
