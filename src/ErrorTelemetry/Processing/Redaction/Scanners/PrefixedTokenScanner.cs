namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Keys of vendors that no table knows yet: a short prefix in lower case, <c>_</c> or <c>-</c>, and a long random word.</summary>
internal static class PrefixedTokenScanner
{
    /// <summary>Ids of the same form (<c>cus_…</c>, <c>evt_…</c>, <c>chatcmpl-…</c>) have fewer random characters.</summary>
    public const int MinChars = 32;

    private const int MaxChars = 512;
    private const int MaxPrefixChars = 20;

    public static bool TryFind(ReadOnlySpan<char> text, int start, int end, out Found found)
    {
        found = default;
        if (start < 3 || end - start > MaxChars || text[start - 1] is not ('_' or '-') || !Randomness.LooksGenerated(text[start..end], MinChars)) return false;
        var first = start - 1;
        while (first > 0 && start - first <= MaxPrefixChars && (char.IsAsciiLetterLower(text[first - 1]) || char.IsAsciiDigit(text[first - 1]) || text[first - 1] is '_' or '-')) first--;
        if (start - first < 3 || !char.IsAsciiLetterLower(text[first]) || (first > 0 && char.IsAsciiLetterOrDigit(text[first - 1]))) return false;
        if (IsIntegrity(text[first..start]) || IsHashBefore(text, first)) return false;
        found = new Found(first, end, DetectorTable.PrefixedToken);
        return true;
    }

    /// <summary><c>sha256=</c>, <c>md5:</c>, and the version of a static file: <c>site.css?v=</c>.</summary>
    private static bool IsHashBefore(ReadOnlySpan<char> text, int at)
    {
        if (at < 3 || text[at - 1] is not ('=' or ':' or '-')) return false;
        var before = text[..(at - 1)];
        foreach (var name in HashNames)
        {
            if (before.EndsWith(name, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static readonly string[] HashNames = ["sha1", "sha256", "sha384", "sha512", "md5", "?v", "&v"];

    /// <summary>What stands before the hash of a resource: <c>sha512-…</c>.</summary>
    public static bool IsIntegrity(ReadOnlySpan<char> before) => before is "sha256-" or "sha384-" or "sha512-" or "sha1-";
}
