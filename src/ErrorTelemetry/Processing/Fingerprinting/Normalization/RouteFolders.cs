using System.Buffers;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>
/// Frameworks whose routes are folders call every page's script alike (<c>app/orders/[id]/page-4f2a.js</c>): below these folders the path is the
/// source's, the same in every build, and part of the file's name.
/// </summary>
internal static class RouteFolders
{
    private static readonly string[] s_roots =
        ["/_next/static/chunks/app/", "/_next/static/chunks/pages/", "/.next/server/app/", "/.next/server/pages/", "/.next/server/chunks/app/", "/_nuxt/pages/", "/_app/pages/"];

    private static readonly SearchValues<string> s_search = SearchValues.Create(s_roots, StringComparison.Ordinal);

    /// <summary>The folders with the slash behind the last, <c>orders/[id]/</c>; empty where the address lies below none of the roots.</summary>
    /// <param name="file">The address without query.</param>
    /// <param name="slash">The last slash in it.</param>
    public static string Of(ReadOnlySpan<char> file, int slash)
    {
        var found = file.IndexOfAny(s_search);
        if (found < 0)
            return string.Empty;
        foreach (var root in s_roots)
        {
            var start = found + root.Length;
            if (file[found..].StartsWith(root, StringComparison.Ordinal))
                return slash < start ? string.Empty : file[start..(slash + 1)].ToString().Replace("%5B", "[", StringComparison.OrdinalIgnoreCase).Replace("%5D", "]", StringComparison.OrdinalIgnoreCase);
        }
        return string.Empty;
    }
}
