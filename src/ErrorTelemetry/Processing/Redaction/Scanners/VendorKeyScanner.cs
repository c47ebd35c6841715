using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>A long random word right behind the name of a service: <c>acmeapi: "9b1c…"</c>, <c>acmeapi KEY 9b1c…</c>.</summary>
/// <remarks>It starts at the random word, which is rare, and looks back for the name; names would be met far more often.</remarks>
internal static class VendorKeyScanner
{
    public const int MinChars = 16;

    private const int MaxKeyChars = 256;
    private const int MaxGapChars = 6;
    private const int MaxNameChars = 40;
    private const int MaxFillers = 2;
    private const int MaxParts = 3;

    public static bool TryFind(ReadOnlySpan<char> text, int start, int wordEnd, out Found found)
    {
        found = default;
        var end = wordEnd;
        while (end < text.Length && end - start < MaxKeyChars && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_' or '+' or '=')) end++;
        if (end < text.Length && text[end] == '(') return false; // a function's name
        if (!Randomness.LooksKey(text[start..end], MinChars) || !IsVendorBefore(text, start)) return false;
        found = new Found(start, end, DetectorTable.VendorKey);
        return true;
    }

    private static bool IsVendorBefore(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        for (var words = 0; words <= MaxFillers; words++)
        {
            var gap = i;
            while (i > 0 && gap - i < MaxGapChars && text[i - 1] is ' ' or '\t' or '"' or '\'' or '`' or '=' or ':' or '-' or '_' or '>' or '{' or '(' or '[' or ',' or '\\') i--;
            if (i == gap && words == 0) return false;
            var end = i;
            while (i > 0 && end - i < MaxNameChars && (char.IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] is '_' or '-' or '.')) i--;
            if (i == end) return false;
            var word = text[i..end];
            if (HoldsVendor(word)) return true;
            if (!VendorTable.Fillers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return false;
        }

        return false;
    }

    /// <summary>Whether one part of an identifier, or two or three joined, is a vendor's name: <c>ACME_API_KEY</c>, <c>acmeApiKey</c>, <c>acme-api</c>.</summary>
    public static bool HoldsVendor(ReadOnlySpan<char> identifier)
    {
        if (identifier.Length > MaxNameChars) identifier = identifier[^MaxNameChars..];
        Span<char> joined = stackalloc char[MaxNameChars];
        var names = VendorTable.Names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var from = 0; from < identifier.Length; from = NextPart(identifier, from))
        {
            var length = 0;
            var at = from;
            for (var parts = 0; parts < MaxParts && at < identifier.Length; parts++)
            {
                var next = NextPart(identifier, at);
                foreach (var c in identifier[at..next])
                {
                    if (char.IsAsciiLetterOrDigit(c)) joined[length++] = c;
                }

                if (length > 3 && names.Contains(joined[..length])) return true;
                at = next;
            }
        }

        return false;
    }

    /// <summary>Where the next part of a compound name starts.</summary>
    private static int NextPart(ReadOnlySpan<char> identifier, int at)
    {
        var i = at + 1;
        while (i < identifier.Length && char.IsAsciiLetterOrDigit(identifier[i - 1]) == char.IsAsciiLetterOrDigit(identifier[i]) && !(char.IsAsciiLetterUpper(identifier[i]) && !char.IsAsciiLetterUpper(identifier[i - 1]))) i++;
        return i;
    }
}
