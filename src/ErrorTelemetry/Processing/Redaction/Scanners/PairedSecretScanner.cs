namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>The secret right behind an access key id, without a name: <c>AKIA…:wJal…</c>, or on the next line.</summary>
/// <remarks>Only signs and blanks may stand between them, so that nothing is passed over that the scan has yet to see.</remarks>
internal static class PairedSecretScanner
{
    private const int MaxGapChars = 12;
    private const int MinSecretChars = 30;
    private const int MaxSecretChars = 64;

    /// <param name="text">The text.</param>
    /// <param name="id">The id that was found.</param>
    /// <param name="found">The secret.</param>
    public static bool TryFind(ReadOnlySpan<char> text, in Found id, out Found found)
    {
        found = default;
        if (id.Detector.Id is not ("aws-access-key-id" or "google-hmac-key" or "alibaba-access-key" or "tencent-secret-id")) return false;
        var start = id.End;
        while (start < text.Length && start - id.End <= MaxGapChars && (text[start] <= ' ' || text[start] is ':' or ',' or ';' or '|' or '"' or '\'' or '/')) start++;
        if (start == id.End) return false;
        var end = start;
        while (end < text.Length && end - start <= MaxSecretChars && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '+' or '/' or '=')) end++;
        var value = text[start..end];
        if (value.Length is < MinSecretChars or > MaxSecretChars || !Randomness.LooksKey(value, MinSecretChars) || !value.ContainsAnyExcept(HexDigits)) return false;
        found = new Found(start, end, DetectorTable.ById["aws-secret-key"]);
        return true;
    }

    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
}
