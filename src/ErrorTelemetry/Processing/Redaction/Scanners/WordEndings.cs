using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Sensitive names at the end of words without humps or joints: <c>acmeapikey=</c>, <c>SHOPPASSWORD=</c>.</summary>
internal static class WordEndings
{
    /// <summary>The shortest word that can hold one of the endings behind something else.</summary>
    public const int MinChars = 7;

    private static readonly (string Ending, Anchor Anchor)[] Endings =
    [
        .. NameTable.Rows.SelectMany(row => row.Names.Select(name => (Name: name.Replace(" ", string.Empty, StringComparison.Ordinal), Row: row)))
            .Where(pair => pair.Name is "password" or "passwd" or "apikey" or "secretkey" or "accesskey" or "privatekey" or "clientsecret" or "accesstoken" or "authtoken" or "apitoken" or "csrftoken" or "xsrftoken" or "secrettoken" or "refreshtoken" or "sessiontoken" or "apptoken" or "encryptionkey" or "signingkey" or "pwd")
            .DistinctBy(pair => pair.Name)
            .Select(pair => (pair.Name, Anchor.ForName(DetectorTable.ById[pair.Row.Id], pair.Name, pair.Row.Strength))),
    ];

    /// <summary>Short names that many words end in: only behind the name of a service, as in <c>twiliotoken</c>.</summary>
    private static readonly (string Ending, Anchor Anchor)[] VendorEndings =
    [
        ("token", Anchor.ForName(DetectorTable.ById["token"], "token", NameStrength.Strong)),
        ("secret", Anchor.ForName(DetectorTable.ById["secret"], "secret", NameStrength.Strong)),
        ("key", Anchor.ForName(DetectorTable.VendorKey, "key", NameStrength.Key)),
    ];

    /// <summary>The name that the word ends in, where it starts, or -1. Most words are turned away by their last three letters.</summary>
    public static int StartOf(ReadOnlySpan<char> text, int start, int end, out Anchor anchor)
    {
        anchor = null!;
        var last = (char)(text[end - 1] | 0x20);
        var before = (char)(text[end - 2] | 0x20);
        var third = (char)(text[end - 3] | 0x20);
        // …ord, …swd, …pwd, …key, …ken, …ret: nearly every other word is turned away here.
        if (!(last == 'd' && ((before == 'r' && third == 'o') || (before == 'w' && third is 's' or 'p'))) && !(last == 'y' && before == 'e' && third == 'k') && !(last == 'n' && before == 'e' && third == 'k') && !(last == 't' && before == 'e' && third == 'r')) return -1;
        var word = text[start..end];
        foreach (var (ending, known) in Endings)
        {
            if (word.Length <= ending.Length || !word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) continue;
            anchor = known;
            return end - ending.Length;
        }

        foreach (var (ending, known) in VendorEndings)
        {
            if (word.Length <= ending.Length || !word.EndsWith(ending, StringComparison.OrdinalIgnoreCase) || !VendorKeyScanner.HoldsVendor(word[..^ending.Length])) continue;
            anchor = known;
            return end - ending.Length;
        }

        return -1;
    }
}
