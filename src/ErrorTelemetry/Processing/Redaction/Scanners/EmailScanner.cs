using System.Collections.Frozen;

namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>E-mail addresses, found from their <c>@</c> or <c>%40</c>.</summary>
internal static class EmailScanner
{
    private const int MaxLocalChars = 64;
    private const int MaxDomainChars = 253;

    /// <summary>Endings of files that stand behind <c>@</c> in stacks and package paths (<c>run@app.js</c>); none is a top-level domain.</summary>
    private static readonly FrozenSet<string> FileEndings =
        "js bundle jsbundle mjs cjs jsx ts tsx css scss less json map dll exe cs vb fs cpp hpp html htm php aspx cshtml razor vue svelte wasm png jpg jpeg gif svg webp ico txt xml yml yaml toml lock tgz zip gz log config csproj jar class kt java swift dart rb go lua"
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool TryFind(ReadOnlySpan<char> text, int at, int signLength, int floor, out Found found)
    {
        found = default;
        var start = at;
        var limit = Math.Max(floor, at - MaxLocalChars);
        while (start > limit && IsLocal(text[start - 1])) start--;
        while (start < at && text[start] is '.' or '-' or '+' or '\'' or '/' or '=' or '&' or '*' or '#' or '!' or '%' or '?' or '|' or '~' or '$' or '^' or '{' or '}' or '`') start++;
        start = SkipEscape(text, start, at);
        if (start >= at) return false;

        var end = ReadDomain(text, at + signLength, out var lastLabel);
        if (end < 0) return false;
        if (end < text.Length && text[end] == ':' && IsGitHost(text[start..at])) return false;
        if (FileEndings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[lastLabel..end])) return false;
        // A closure that the F# compiler names by its line: "Program.total@12-1.Invoke(".
        if (end < text.Length && text[end] == '(' && char.IsAsciiDigit(text[at + signLength])) return false;
        found = new Found(start, end, DetectorTable.Email);
        return true;
    }

    private static int ReadDomain(ReadOnlySpan<char> text, int at, out int lastLabel)
    {
        lastLabel = at;
        var limit = Math.Min(text.Length, at + MaxDomainChars);
        var i = at;
        var dots = 0;
        var end = -1;
        var label = at;
        while (i < limit)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c) || c == '-' || (c > 127 && char.IsLetter(c)))
            {
                i++;
                continue;
            }

            if (i == label) break;
            if (dots > 0 && IsTopLevel(text[label..i])) (end, lastLabel) = (i, label);
            if (c != '.') break;
            dots++;
            label = ++i;
        }

        if (i == limit && i > label && dots > 0 && IsTopLevel(text[label..i])) (end, lastLabel) = (i, label);
        if (end < 0 || IsVersion(text[at..end])) return -1;
        return end;
    }

    private static bool IsTopLevel(ReadOnlySpan<char> label)
    {
        if (label.Length < 2 || label.Length > 24) return false;
        if (label.StartsWith("xn--")) return true;
        foreach (var c in label)
        {
            if (!char.IsLetter(c)) return false;
        }

        return true;
    }

    /// <summary><c>8.0.0-beta.rc</c>: a package's version, not a domain.</summary>
    private static bool IsVersion(ReadOnlySpan<char> domain)
    {
        var dot = domain.IndexOf('.');
        if (dot <= 0 || domain[..dot].ContainsAnyExceptInRange('0', '9') || dot + 1 >= domain.Length) return false;
        return char.IsAsciiDigit(domain[dot + 1]) && dot <= 3;
    }

    private static readonly System.Buffers.SearchValues<char> Lead = System.Buffers.SearchValues.Create("=/&?!#$*^`{|}~%");

    private static bool IsGitHost(ReadOnlySpan<char> local) => local.SequenceEqual("git") || local.SequenceEqual("hg");

    private static bool IsLocal(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%' or '\'' or '&' or '=' or '/' or '!' or '#' or '$' or '*' or '?' or '^' or '`' or '{' or '|' or '}' or '~' || (c > 127 && char.IsLetter(c));

    /// <summary>Over what only stands before the address: <c>mail=</c>, <c>/path/</c>, <c>\n</c>, <c>%3A</c>.</summary>
    private static int SkipEscape(ReadOnlySpan<char> text, int start, int at)
    {
        var cut = text[start..at].LastIndexOfAny(Lead);
        if (cut >= 0)
        {
            start += cut + 1;
            if (text[start - 1] == '%' && start + 2 < at && char.IsAsciiHexDigit(text[start]) && char.IsAsciiHexDigit(text[start + 1])) start += 2;
        }

        if (start > 0 && text[start - 1] == '\\' && text[start] is 'n' or 'r' or 't' && start + 1 < at) start++;
        while (start < at && text[start] is '.' or '-' or '+' or '\'') start++;
        return start;
    }
}
