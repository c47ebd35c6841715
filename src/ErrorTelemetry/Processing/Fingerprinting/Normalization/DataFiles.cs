using System.Buffers;
using System.Collections.Frozen;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>Names of files that people keep their data in (<c>report-2026.pdf</c>); a program's own files (<c>cart.js</c>, <c>appsettings.json</c>) say what went wrong.</summary>
internal static class DataFiles
{
    private const int LongestName = 120;
    private static readonly SearchValues<char> s_name = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    private static readonly SearchValues<char> s_signs = SearchValues.Create("-_0123456789");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_kinds = FrozenSet.Create(
        StringComparer.Ordinal,
        "7z", "avi", "bak", "bmp", "csv", "docx", "eml", "epub", "gif", "gz", "heic", "jpeg", "jpg", "m4a", "mkv", "mov", "mp3", "mp4", "odt", "ogg", "parquet", "pdf", "png", "pptx", "rar", "rtf", "tgz", "tif", "tiff", "tsv",
        "txt", "wav", "webm", "webp", "xls", "xlsx").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What members are called too (<c>address.zip</c>); a name with a sign that none has shows the file.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_memberKinds = FrozenSet.Create(StringComparer.Ordinal, "doc", "msg", "tar", "zip").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What is said of members.</summary>
    private static readonly string[] s_ofMembers = [" is not a function", " is not defined", " is undefined", " is null", " is not iterable", " is not a constructor"];

    /// <summary>The length of such a name at a place where a word starts, else 0.</summary>
    public static int Match(ReadOnlySpan<char> text, int position)
    {
        var rest = text[position..];
        if (rest.Length > LongestName)
            rest = rest[..LongestName];
        var end = rest.IndexOfAnyExcept(s_name);
        var name = (end < 0 ? rest : rest[..end]).TrimEnd('.');
        var dot = name.LastIndexOf('.');
        if (dot < 1 || !IsKind(name, dot) || IsPart(rest[name.Length..]))
            return 0;
        // A route's or an address's last part is not this one's to judge.
        return position > 0 && (char.IsLetterOrDigit(text[position - 1]) || text[position - 1] is '.' or '/' or '\\' or '_' or '-') ? 0 : name.Length;
    }

    private static bool IsKind(ReadOnlySpan<char> name, int dot)
    {
        var kind = name[(dot + 1)..];
        return s_kinds.Contains(kind) || (s_memberKinds.Contains(kind) && name[..dot].ContainsAny(s_signs));
    }

    /// <summary>What goes on is no file: <c>x.png()</c>, <c>a.txt/b</c>, <c>d3.csv is not a function</c>.</summary>
    private static bool IsPart(ReadOnlySpan<char> after)
    {
        if (after.IsEmpty)
            return false;
        if (after[0] == ' ')
        {
            foreach (var words in s_ofMembers)
            {
                if (after.StartsWith(words, StringComparison.Ordinal))
                    return true;
            }
            return false;
        }
        return char.IsLetterOrDigit(after[0]) || after[0] is '(' or '/' or '\\' or '[' or '=';
    }
}
