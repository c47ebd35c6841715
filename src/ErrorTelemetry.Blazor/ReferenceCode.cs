namespace ErrorTelemetry;

/// <summary>The code that is shown to a user: the page id, a dot, and four random letters or digits.</summary>
/// <remarks>From random UUIDs: WebAssembly has those built in, where the cryptography library would be downloaded for this alone.</remarks>
internal static class ReferenceCode
{
    /// <summary>32 characters, so that five random bits choose one evenly; without what people confuse.</summary>
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int RandomChars = 4;

    /// <summary>A new page id: 16 lower-case hex digits.</summary>
    public static string NewPageId() => Guid.NewGuid().ToString("N")[16..];

    /// <summary>A new code of a page; the page id gives way where both together would be longer than an id may be.</summary>
    public static string New(string pageId)
    {
        const int mostPageIdChars = ErrorLimits.IdChars - RandomChars - 1;
        Span<byte> random = stackalloc byte[16];
        Guid.NewGuid().TryWriteBytes(random);
        Span<char> suffix = stackalloc char[RandomChars];
        for (var i = 0; i < RandomChars; i++)
            suffix[i] = Alphabet[random[i] & 31];
        return string.Concat(pageId.AsSpan(0, Math.Min(pageId.Length, mostPageIdChars)), ".", suffix);
    }
}
