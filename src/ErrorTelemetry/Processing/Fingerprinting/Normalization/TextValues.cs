using System.Buffers;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>Values with an end of their own: quoted texts, JSON, addresses, paths, and the marks of redaction.</summary>
internal static class TextValues
{
    private const int LongestQuoted = 400;
    private const int LongestJson = 2_000;
    private static readonly SearchValues<char> s_addressEnds = SearchValues.Create(" \t\r\n\"'<>`“”‘’«»|^{}");
    private static readonly SearchValues<char> s_hexAndColon = SearchValues.Create("0123456789abcdefABCDEF:.");
    private static readonly SearchValues<char> s_pathEnds = SearchValues.Create(" \t\r\n\"'<>`“”‘’«»|*?;,)(");

    /// <summary>Words before a quote that make its content a value even where it reads like a name.</summary>
    private static readonly string[] s_valueWords =
        ["key", "value", "user", "username", "name", "id", "entry", "string", "input", "file", "host", "email", "customer", "account", "order", "tenant", "login", "for", "directory", "path", "folder"];

    public static int Match(ReadOnlySpan<char> text, int position, out string placeholder)
    {
        var rest = text[position..];
        var mark = RedactionMarkers.Length(rest);
        if (mark > 0)
        {
            placeholder = RedactionMarkers.Placeholder(rest[..mark]);
            return mark;
        }
        placeholder = Placeholders.Json;
        if (rest[0] is '{' or '[')
            return Bracketed(rest, ref placeholder) is > 0 and var bracketed ? bracketed : Json(rest);
        placeholder = Placeholders.Quoted;
        return rest[0] == '"' && QuotedJson(rest) is > 0 and var quoted ? quoted : Quoted(text, position);
    }

    /// <summary>8-4-4-4-12 hex digits.</summary>
    public static int Uuid(ReadOnlySpan<char> rest)
    {
        const int Length = 36;
        if (rest.Length < Length || (rest.Length > Length && (char.IsLetterOrDigit(rest[Length]) || rest[Length] == '_')))
            return 0;
        for (var i = 0; i < Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? rest[i] != '-' : !char.IsAsciiHexDigit(rest[i]))
                return 0;
        }
        return Length;
    }

    /// <summary>A registry's <c>{uuid}</c>, and the <c>[ip]</c> of an address with a port: the brackets are the value's.</summary>
    private static int Bracketed(ReadOnlySpan<char> rest, ref string placeholder)
    {
        var close = rest[..Math.Min(rest.Length, 48)].IndexOfAny(']', '}');
        if (close < 3 || rest[close] != rest[0] + 2)
            return 0;
        var inner = rest[1..close];
        var uuid = Uuid(inner) == inner.Length;
        if (!uuid && !(rest[0] == '[' && inner.Count(':') > 1 && inner.ContainsAnyExcept(s_hexAndColon) is false))
            return 0;
        placeholder = uuid ? Placeholders.Uuid : Placeholders.Ip;
        return close + 1;
    }

    /// <summary>An HTTP entity tag that is weak: <c>W/"5e3f-1a2b"</c>.</summary>
    public static int WeakTag(ReadOnlySpan<char> rest)
    {
        const string Start = "W/\"";
        if (!rest.StartsWith(Start, StringComparison.Ordinal))
            return 0;
        var end = rest[Start.Length..].IndexOf('"');
        return end < 0 ? 0 : Start.Length + end + 1;
    }

    /// <summary><c>true</c> or <c>false</c> as a whole word.</summary>
    public static int Bool(ReadOnlySpan<char> rest)
    {
        var length = rest.StartsWith("true", StringComparison.OrdinalIgnoreCase) ? 4 : rest.StartsWith("false", StringComparison.OrdinalIgnoreCase) ? 5 : 0;
        return length > 0 && (rest.Length == length || !char.IsLetterOrDigit(rest[length])) ? length : 0;
    }

    /// <summary><c>scheme://…</c>, and <c>data:</c>, <c>blob:</c>, <c>arn:</c> and <c>urn:</c> addresses.</summary>
    public static int Url(ReadOnlySpan<char> text, int position)
    {
        var rest = text[position..];
        var scheme = 0;
        while (scheme < rest.Length && scheme < 20 && (char.IsAsciiLetterOrDigit(rest[scheme]) || rest[scheme] is '+' or '-' or '.'))
            scheme++;
        if (scheme < 2 || scheme >= rest.Length || rest[scheme] != ':')
            return 0;
        var known = rest[(scheme + 1)..].StartsWith("//", StringComparison.Ordinal)
            || ((rest[..scheme] is "data" or "blob" or "arn" or "urn") && scheme + 1 < rest.Length && char.IsAsciiLetter(rest[scheme + 1]));
        if (!known)
            return 0;
        var end = rest.IndexOfAny(s_addressEnds);
        var url = end < 0 ? rest : rest[..end];
        // A sentence's or a bracket's end is not the address's.
        var length = url.Length;
        while (length > scheme + 3 && url[length - 1] is '.' or ',' or ';' or ':' or '!' or ')' or ']')
        {
            // The last bracket of a mark is the address's, the one behind it is not.
            if (url[length - 1] == ']' && url[..length].Count('[') >= url[..length].Count(']'))
                break;
            length--;
        }
        // Whether a stop belongs to the address depends on who removed what from it; so it counts in neither case.
        while (length < url.Length && url[length] is '.' or ',' or ';' or ':' or '!')
            length++;
        return length;
    }

    /// <summary>A file's path: <c>C:\a\b</c>, <c>\\host\share</c>, or one below a root that systems have (<c>/home/…</c>). <c>/orders/42</c> is none.</summary>
    public static int Path(ReadOnlySpan<char> text, int position)
    {
        var rest = text[position..];
        var windows = rest.Length > 3 && ((char.IsAsciiLetter(rest[0]) && rest[1] == ':' && rest[2] is '\\' or '/') || (rest[0] == '\\' && rest[1] == '\\' && char.IsLetterOrDigit(rest[2])));
        if (windows && position > 0 && char.IsLetterOrDigit(text[position - 1]))
            return 0;
        if (!windows && !(StartsPath(text, position) && (FileRoots.StartsWith(rest) || IsFile(text, position))))
            return 0;
        var stop = rest.IndexOfAny(s_pathEnds);
        var end = stop < 0 ? rest.Length : stop;
        while (windows && end < rest.Length && rest[end] == ' ' && Folder(rest[(end + 1)..]) is > 0 and var folder)
            end += folder + 1;
        while (end > 3 && (rest[end - 1] is '.' or ':' or '!' || (rest[end - 1] == ']' && rest[..end].Count('[') < rest[..end].Count(']'))))
            end--;
        return end;
    }

    /// <summary>A folder's name in the middle of a path (<c>/srv/apps/run/x</c>) is no root.</summary>
    private static bool StartsPath(ReadOnlySpan<char> text, int position) =>
        position == 0 || !(char.IsLetterOrDigit(text[position - 1]) || text[position - 1] is '.' or '/' or '_' or '-' or '<' or '>');

    /// <summary>A path below any root that ends in a file with an extension, <c>/bgl/apps/run.rts</c>, or holds a system's folder; behind an HTTP method it is a route.</summary>
    private static bool IsFile(ReadOnlySpan<char> text, int position)
    {
        if (text[position] != '/')
            return false;
        var rest = text[position..];
        var stop = rest.IndexOfAny(s_pathEnds);
        var path = (stop < 0 ? rest : rest[..stop]).TrimEnd(['.', ':', '!']);
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        var named = path.Count('/') > 1 && dot > 0 && name.Length - dot is > 1 and < 7 && char.IsAsciiLetter(name[dot + 1]);
        if (!named && !FileRoots.Holds(path))
            return false;
        var before = text[..position].TrimEnd();
        return !HttpMethods.Is(before[(before.LastIndexOf(' ') + 1)..].TrimStart(['"', '\'', '(', '[']));
    }

    /// <summary>The rest of a folder's name with a blank in it: <c>Documents\report.docx</c> of <c>D:\My Documents\report.docx</c>.</summary>
    private static int Folder(ReadOnlySpan<char> rest)
    {
        var stop = rest.IndexOfAny(s_pathEnds);
        var word = stop < 0 ? rest : rest[..stop];
        return word.IndexOf('\\') > 0 && !word.TrimEnd(':').Contains(':') ? word.Length : 0;
    }

    private static int Quoted(ReadOnlySpan<char> text, int position)
    {
        var rest = text[position..];
        var close = Quotes.Closing(rest[0]);
        // An apostrophe inside a word opens nothing.
        if (position > 0 && char.IsLetterOrDigit(text[position - 1]))
            return 0;
        var window = rest.Length > LongestQuoted ? rest[..LongestQuoted] : rest;
        var end = window[1..].IndexOf(close);
        // The close must not be an apostrophe either: 'it can't'.
        while (end >= 0 && end + 2 < window.Length && char.IsLetterOrDigit(window[end + 2]))
        {
            var next = window[(end + 2)..].IndexOf(close);
            end = next < 0 ? -1 : end + 1 + next;
        }
        if (end < 0)
            return 0;
        var content = window.Slice(1, end);
        if (HttpMethods.StartsRequest(content) && char.IsLetterOrDigit(content[^1]))
            return 0;
        var value = !QuotedNames.IsName(content) || After(text, position, content) || (!content.IsEmpty && Path(text, position + 1) > 0);
        return value ? end + 2 : 0;
    }

    /// <summary>Whether what stands before the quote says that a value follows: <c>=</c>, or one of a few words.</summary>
    private static bool After(ReadOnlySpan<char> text, int position, ReadOnlySpan<char> content)
    {
        if (position == 0)
            return false;
        if (text[position - 1] == '=')
            return !KeptNumbers.EndsInCodeWord(text[..(position - 1)]);
        var before = text[..position].TrimEnd([' ', ':', '=']);
        var start = before.LastIndexOf(' ') + 1;
        var word = before[start..].TrimStart(['(', '"', '\'']);
        foreach (var value in s_valueWords)
        {
            if (word.Equals(value, StringComparison.OrdinalIgnoreCase))
                return !content.Contains('(') && !(value is "name" && NamesPart(before[..start])) && !(value is "for" && QuotedNames.IsQualifiedType(content));
        }
        return false;
    }

    /// <summary>Whether it is the name of a part of a program or a schema (<c>Invalid column name 'Total'</c>), which says what went wrong.</summary>
    private static bool NamesPart(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(' ');
        return before[(before.LastIndexOf(' ') + 1)..] is "object" or "column" or "table" or "type" or "property" or "method" or "function" or "class" or "index" or "parameter" or "field" or "procedure" or "constraint" or "assembly" or "module" or "variable";
    }

    /// <summary>JSON between quotes that are those of its names too: <c>"{"id":1}"</c>.</summary>
    private static int QuotedJson(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 4 || rest[1] is not ('{' or '['))
            return 0;
        var length = Json(rest[1..]) + 2;
        return length > 2 && length <= rest.Length && rest[length - 1] == '"' ? length : 0;
    }

    /// <summary>A JSON object or an array of them, as far as its brackets balance.</summary>
    private static int Json(ReadOnlySpan<char> rest)
    {
        var second = rest.Length > 1 ? rest[1..].TrimStart() : default;
        if (second.IsEmpty || !(second[0] == '"' || (rest[0] == '[' && second[0] == '{') || (rest[0] == '{' && second[0] == '}')))
            return 0;
        var window = rest.Length > LongestJson ? rest[..LongestJson] : rest;
        var depth = 0;
        var quoted = false;
        for (var i = 0; i < window.Length; i++)
        {
            var c = window[i];
            if (quoted)
            {
                if (c == '\\')
                    i++;
                else if (c == '"')
                    quoted = false;
            }
            else if (c == '"')
                quoted = true;
            else if (c is '{' or '[')
                depth++;
            else if (c is '}' or ']' && --depth == 0)
                return i + 1;
        }
        return 0;
    }
}
