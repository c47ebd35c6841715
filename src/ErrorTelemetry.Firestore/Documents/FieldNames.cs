using System.Security.Cryptography;
using System.Text;

namespace ErrorTelemetry.Documents;

/// <summary>The rules of field names and paths (https://firebase.google.com/docs/firestore/quotas).</summary>
internal static class FieldNames
{
    /// <summary>Well under the 1,500 bytes of a name, since a path is made of several.</summary>
    private const int LongestBytes = 512;

    /// <summary>The name of a map's field for a text that came from outside: the text itself, or a digest behind <c>~</c> where it cannot be a name.</summary>
    public static string ForKey(string key) => IsName(key) ? key : "~" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));

    public static bool IsName(string key) =>
        key.Length > 0 && key[0] != '~' && Encoding.UTF8.GetByteCount(key) <= LongestBytes
        && !(key.StartsWith("__", StringComparison.Ordinal) && key.EndsWith("__", StringComparison.Ordinal));

    /// <summary>A path from its segments; what is no plain identifier is quoted.</summary>
    public static string Path(params ReadOnlySpan<string> segments)
    {
        var path = new StringBuilder();
        foreach (var segment in segments)
        {
            if (path.Length > 0)
                path.Append('.');
            if (IsPlain(segment))
                path.Append(segment);
            else
                path.Append('`').Append(segment.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal)).Append('`');
        }

        return path.ToString();
    }

    private static bool IsPlain(string segment) =>
        !char.IsAsciiDigit(segment[0]) && segment.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
