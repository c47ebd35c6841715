using System.Collections.Frozen;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>Capitals and digits look like an error's code (<c>CS0103</c>), but behind the name of a thing that has a number they are its number: <c>order INV00042</c>.</summary>
internal static class EntityIds
{
    private const int MostCapitals = 6;
    private const int FewestDigits = 2;

    /// <summary>Things that people number.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_things = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "account", "article", "asset", "batch", "booking", "case", "claim", "contract", "coupon", "customer", "delivery", "device", "document", "employee", "flight", "id", "invoice", "item", "member", "order", "parcel", "patient", "payment",
        "policy", "product", "receipt", "reference", "refund", "request", "reservation", "room", "seat", "serial", "shipment", "sku", "student", "subscription", "supplier", "tenant", "ticket", "transaction", "user", "vehicle", "vendor", "voucher",
        "warehouse").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The length of such a number at a place, else 0.</summary>
    public static int Match(ReadOnlySpan<char> text, int position)
    {
        var rest = text[position..];
        var capitals = 0;
        while (capitals < rest.Length && char.IsAsciiLetterUpper(rest[capitals]))
            capitals++;
        var end = capitals;
        while (end < rest.Length && char.IsAsciiDigit(rest[end]))
            end++;
        if (capitals is 0 or > MostCapitals || end - capitals < FewestDigits || (end < rest.Length && char.IsLetterOrDigit(rest[end])))
            return 0;
        var before = text[..position].TrimEnd(" #:=(");
        var start = before.Length;
        while (start > 0 && char.IsAsciiLetter(before[start - 1]))
            start--;
        return start < before.Length && before.Length < position && s_things.Contains(before[start..]) ? end : 0;
    }
}
