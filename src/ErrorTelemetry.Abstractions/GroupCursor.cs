using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace ErrorTelemetry;

/// <summary>The group after which the next page of a query begins: what every store of the family writes into its continuation tokens.</summary>
/// <param name="Key">The value that orders the query: last seen in Unix ms, or the count.</param>
/// <param name="Fingerprint">Breaks ties, ascending.</param>
internal readonly record struct GroupCursor(long Key, string Fingerprint)
{
    private const int LongestToken = 512;

    /// <summary>Reads and checks what a caller asks for.</summary>
    /// <returns>Where the page begins, or <see langword="null"/> for the first page.</returns>
    /// <exception cref="ArgumentException">The limit is out of bounds, or the token is not one for this query.</exception>
    public static GroupCursor? After(GroupQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Limit is < 1 or > ErrorLimits.QueryPageCount)
            throw new ArgumentException($"The limit must be 1 to {ErrorLimits.QueryPageCount}, not {query.Limit}.", nameof(query));
        if (query.ContinuationToken is null)
            return null;
        return Parse(query.ContinuationToken, Prefix(query))
            ?? throw new ArgumentException("The continuation token is not one for this query: begin again without it.", nameof(query));
    }

    /// <summary>The token that asks for what comes after a group.</summary>
    public static string Token(GroupQuery query, ErrorGroup last)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Prefix(query)}{KeyOf(query.Order, last)}:{last.Fingerprint}");
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The value that orders a group.</summary>
    public static long KeyOf(GroupOrder order, ErrorGroup group) =>
        order == GroupOrder.Count ? group.Count : group.LastSeen.ToUnixTimeMilliseconds();

    // All that a query filters and orders by; the size of a page may change from page to page.
    private static string Prefix(GroupQuery query) =>
        string.Create(CultureInfo.InvariantCulture, $"1:{(int)query.Order}:{(int?)query.Status}:{query.LastSeenSince?.ToUnixTimeMilliseconds()}:{query.MinCount}:");

    private static GroupCursor? Parse(string token, string prefix)
    {
        if (token.Length > LongestToken || !Base64Url.IsValid(token))
            return null;
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        if (!text.StartsWith(prefix, StringComparison.Ordinal))
            return null;
        var rest = text.AsSpan(prefix.Length);
        var colon = rest.IndexOf(':');
        return colon > 0 && long.TryParse(rest[..colon], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var key)
            ? new GroupCursor(key, rest[(colon + 1)..].ToString())
            : null;
    }
}
