namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Names the vendor of a value that has no form of its own.</summary>
internal static class ProviderScanner
{
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
