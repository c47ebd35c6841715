using System.Collections.Frozen;
using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction;

/// <summary>Every detector there is, in the order of the tables. The ids are part of the contract: they stand in events, metrics and options.</summary>
internal static class DetectorTable
{
    private static readonly List<Detector> Rows = [];
    private static readonly Dictionary<string, Detector> Ids = new(StringComparer.Ordinal);

    public static readonly Detector PrivateKey = Add("private-key", "Private key block: PEM, OpenSSH, PGP, PuTTY; also cut short or with escaped line ends");
    public static readonly Detector UrlCredentials = Add("url-credentials", "User and password of an address: `scheme://user:password@host`");
    public static readonly Detector UrlQuery = Add("url-query", "Values of the query, and the fragment, of an address");
    public static readonly Detector UrlToken = Add("url-token", "Random-looking path segment behind a word such as `reset`, `invite` or `token`");
    public static readonly Detector BearerToken = Add("bearer-token", "What follows the scheme `Bearer`, `DPoP` or `SSWS`");
    public static readonly Detector BasicAuth = Add("basic-auth", "What follows the scheme `Basic`, `Digest`, `Negotiate` or `NTLM`; `curl -u user:password`");
    public static readonly Detector SensitiveName = Add("sensitive-name", "Value of a name that the host has added");
    public static readonly Detector Custom = Add("custom-pattern", "Match of a pattern that the host has added");
    public static readonly Detector Email = Add("email", "E-mail address");
    public static readonly Detector PaymentCard = Add("payment-card", "Payment card number (issuer's prefix, length and Luhn digit)");
    public static readonly Detector Iban = Add("iban", "International bank account number (country's length, mod 97)");
    public static readonly Detector UsSsn = Add("us-ssn", "US social security or individual taxpayer number");
    public static readonly Detector Phone = Add("phone", "Phone number in international or US form, or in any form behind a word such as `phone`");
    public static readonly Detector IpAddress = Add("ip-address", "IPv4 or IPv6 address; not loopback, unspecified or broadcast, not a version");
    public static readonly Detector MacAddress = Add("mac-address", "MAC address");
    public static readonly Detector PrefixedToken = Add("prefixed-token", "Random text of 32 characters or more behind a short prefix, as most new kinds of keys have: `acme_live_…`");
    public static readonly Detector UserName = Add("user-name", "User name in a home path");

    /// <summary>The kind of a password behind a name.</summary>
    public static Detector Password => ById["password"];

    /// <summary>The kind of a key that a vendor's name tells.</summary>
    public static Detector VendorKey => ById["vendor-key"];

    /// <summary>Every detector, by <see cref="Detector.Index"/>.</summary>
    public static IReadOnlyList<Detector> All { get; } = BuildAll();

    /// <summary>Every detector by its id.</summary>
    public static FrozenDictionary<string, Detector> ById { get; } = Ids.ToFrozenDictionary(StringComparer.Ordinal);

    private static List<Detector> BuildAll()
    {
        foreach (var row in NameTable.Rows) Add(row.Id, row.Title);
        foreach (var row in TokenTable.Rows) Add(row.Id, row.Title);
        foreach (var row in ProviderTable.Rows) Add(row.Id, row.Title);
        return Rows;
    }

    private static Detector Add(string id, string title)
    {
        if (Ids.TryGetValue(id, out var known)) return known;
        var detector = new Detector(Rows.Count, id, title);
        Rows.Add(detector);
        Ids.Add(id, detector);
        return detector;
    }
}
