using System.Collections.Frozen;

namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Functions that a statement passes a password through, so that it stands within: <c>password = MD5('…')</c>.</summary>
internal static class HashCalls
{
    private const int MaxNameChars = 14;

    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        ["md5", "sha", "sha1", "sha2", "sha256", "sha512", "crypt", "encrypt", "password", "old_password", "aes_encrypt", "hashbytes", "hash", "password_hash", "bcrypt", "digest"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The quote of the function's first argument, or -1 where none of them is called here.</summary>
    public static int QuoteAt(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i < text.Length && i - at <= MaxNameChars && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '_')) i++;
        if (i - at < 3 || i + 1 >= text.Length || text[i] != '(' || text[i + 1] is not ('\'' or '"')) return -1;
        if (!Names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[at..i])) return -1;
        return text[(i + 1)..].StartsWith("'SHA", StringComparison.OrdinalIgnoreCase) ? -1 : i + 1;
    }
}
