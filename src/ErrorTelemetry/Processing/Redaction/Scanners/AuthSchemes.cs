using System.Collections.Frozen;

namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>The schemes of an Authorization header, and what may follow each.</summary>
internal static class AuthSchemes
{
    private static readonly FrozenSet<string> Schemes =
        "ssws bearer basic digest negotiate ntlm token apikey api-key hawk oauth dpop signature sharedkey sharedkeylite sharedaccesssignature aws4-hmac-sha256 aws4-ecdsa-p256-sha256 aws mac goog4-rsa-sha256 kerberos jwt key sso-key scram-sha-256 vapid privatetoken"
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(ReadOnlySpan<char> word) => Schemes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Whether a Set-Cookie header starts with an attribute, so that no cookie stands in it: <c>path=/; HttpOnly</c>.</summary>
    public static bool IsCookieAttribute(ReadOnlySpan<char> value)
    {
        var sign = value[..Math.Min(value.Length, 16)].IndexOf('=');
        return sign > 0 && CookieAttributes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(value[..sign]);
    }

    private static readonly FrozenSet<string> CookieAttributes = "path domain expires max-age samesite priority version comment".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether what follows a scheme is a sentence: several plain words.</summary>
    public static bool IsProse(ReadOnlySpan<char> rest)
    {
        var words = 0;
        foreach (var part in rest.Split(' '))
        {
            var word = rest[part];
            if (word.IsEmpty) continue;
            if (word.ContainsAnyExcept(Letters)) return words > 1;
            if (++words == 3) return true;
        }

        return words == 2;
    }

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'");
}
