using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace ErrorTelemetry.Querying;

/// <summary>Where a page of groups ended: the opaque continuation token.</summary>
internal readonly record struct GroupCursor(long Value, string Fingerprint)
{
    private const int LongestToken = 4096;

    public string ToToken(GroupQuery query) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{KeyOf(query)}|{Value}|{Fingerprint}")));

    /// <exception cref="ArgumentException">The token is not one of this store's for this query.</exception>
    public static GroupCursor Parse(string token, GroupQuery query)
    {
        if (token.Length is > 0 and <= LongestToken && Base64Url.IsValid(token))
        {
            var prefix = KeyOf(query) + "|";
            var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
            if (text.StartsWith(prefix, StringComparison.Ordinal) && text.IndexOf('|', prefix.Length) is > 0 and var end
                && long.TryParse(text.AsSpan(prefix.Length, end - prefix.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                && Client.DatabasePaths.IsId(text[(end + 1)..]))
                return new GroupCursor(value, text[(end + 1)..]);
        }

        throw new ArgumentException("The continuation token is not one of this store's for this query.", nameof(query));
    }

    private static string KeyOf(GroupQuery query) =>
        string.Create(CultureInfo.InvariantCulture, $"1|{(int)query.Order}|{(query.Status is { } status ? (int)status : -1)}|{query.LastSeenSince?.UtcTicks}|{query.MinCount}");
}
