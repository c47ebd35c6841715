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
        if (at > limit && text[at - 1] == '"' && QuotedStart(text, limit, at - 1) is >= 0 and var quote)
        {
            var quotedEnd = ReadDomain(text, at + signLength, out _);
            if (quotedEnd < 0) return false;
            found = new Found(quote, quotedEnd, DetectorTable.Email);
            return true;
        }

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

    /// <summary>The length of an escape that stands for <c>@</c>, or 0.</summary>
    public static int EscapedSignLength(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        if (rest.Length < 4 || rest[1] is not ('4' or '2' or 'u' or 'x' or '#')) return 0;
        foreach (var escape in SignEscapes)
        {
            if (rest.StartsWith(escape, StringComparison.OrdinalIgnoreCase)) return escape.Length;
        }

        return 0;
    }

    private static readonly string[] SignEscapes = ["%40", "%2540", "\\u0040", "\\x40", "&#64;", "&#x40;"];

    private static int ReadDomain(ReadOnlySpan<char> text, int at, out int lastLabel)
    {
        lastLabel = at;
        var limit = Math.Min(text.Length, at + MaxDomainChars);
        if (at < limit && text[at] == '[') return LiteralEnd(text[..limit], at);
        var i = at;
        var dots = 0;
        var end = -1;
        var label = at;
        while (i < limit)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c) || c == '-' || (c > 127 && char.IsLetter(c)) || (c == '_' && i > label && i + 1 < limit && char.IsAsciiLetterOrDigit(text[i + 1])))
            {
                i++;
                continue;
            }

            if (c == '%' && IsEscapedLetter(text, i))
            {
                i += 3;
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

    /// <summary>Behind an address in brackets: <c>joe@[192.0.2.1]</c>.</summary>
    private static int LiteralEnd(ReadOnlySpan<char> text, int at)
    {
        const int MaxLiteralChars = 46;
        var end = at + 1;
        if (text[end..].StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase)) end += 5;
        while (end < text.Length && end - at <= MaxLiteralChars && (char.IsAsciiHexDigit(text[end]) || text[end] is '.' or ':')) end++;
        return end < text.Length && text[end] == ']' && end - at > 6 ? end + 1 : -1;
    }

    /// <summary>The quote that opens a quoted local part, or -1.</summary>
    private static int QuotedStart(ReadOnlySpan<char> text, int limit, int close)
    {
        var open = text[limit..close].LastIndexOf('"');
        return open < 0 || limit + open + 1 == close || text[(limit + open)..close].ContainsAny('\n', '\r', ',') ? -1 : limit + open;
    }

    /// <summary>One byte of a letter outside of ASCII, escaped: <c>%C3</c>.</summary>
    private static bool IsEscapedLetter(ReadOnlySpan<char> text, int at) =>
        at + 2 < text.Length && (text[at + 1] is '8' or '9' || char.IsAsciiLetter(text[at + 1])) && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]);

    private static bool IsTopLevel(ReadOnlySpan<char> label)
    {
        if (label.Length < 2 || label.Length > (label[0] == '%' ? 72 : 24)) return false;
        if (label.StartsWith("xn--")) return true;
        for (var i = 0; i < label.Length; i++)
        {
            if (char.IsLetter(label[i])) continue;
            if (label[i] != '%' || !IsEscapedLetter(label, i)) return false;
            i += 2;
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
