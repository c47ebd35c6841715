using System.Buffers;

namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Addresses in free text: credentials before the host, and where the query starts.</summary>
internal static class UrlScanner
{
    private const int MaxUserInfoChars = 512;
    private const int MaxUrlChars = 16 * 1024;

    private static readonly SearchValues<char> UserInfoEnd = SearchValues.Create("/?#\"'<>()[]{}|\\^` \t\r\n,;");
    private static readonly SearchValues<char> HardEnd = SearchValues.Create("\"'<>` \t\r\n");
    private static readonly SearchValues<char> PlainUrlChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-_=&%+~@$*");
    private static readonly SearchValues<char> UrlEnd = SearchValues.Create("\"'<>` \t\r\n\\^{}|");

    /// <summary>Hosts of documentation whose query values are part of a message's words.</summary>
    private static readonly string[] DocumentHosts = ["go.microsoft.com", "aka.ms", "react.dev", "reactjs.org", "learn.microsoft.com", "docs.microsoft.com", "angular.dev", "angular.io", "vuejs.org", "nextjs.org", "developer.mozilla.org", "webpack.js.org", "mui.com", "redux.js.org", "support.microsoft.com"];

    /// <param name="text">The text.</param>
    /// <param name="colon">The colon of <c>://</c>.</param>
    /// <param name="found">User and password, without the <c>@</c>.</param>
    public static bool TryCredentials(ReadOnlySpan<char> text, int colon, out Found found)
    {
        found = default;
        if (colon == 0 || !char.IsAsciiLetterOrDigit(text[colon - 1])) return false;
        var start = colon + 3;
        var window = text[start..Math.Min(text.Length, start + MaxUserInfoChars)];
        var stop = window.IndexOfAny(UserInfoEnd);
        var authority = stop < 0 ? window : window[..stop];
        var at = authority.LastIndexOf('@');
        if (at < 0 && authority.Contains(':'))
        {
            // A password may hold signs that should have been escaped: look for the @ up to the next blank or quote.
            stop = window.IndexOfAny(HardEnd);
            authority = stop < 0 ? window : window[..stop];
            at = authority.LastIndexOf('@');
            if (at < 0 || authority[..at].Contains("//", StringComparison.Ordinal) || IsHostPort(authority) || IsLocalPart(authority, at)) return false;
        }

        if (at <= 0 || at + 1 >= authority.Length) return false;
        var userInfo = authority[..at];
        var password = userInfo.IndexOf(':');
        if (password < 0 && (userInfo is "git" or "hg" or "svn" || ValueJudge.IsPlaceholder(userInfo))) return false;
        if (password >= 0 && (Redacted.IsOnly(userInfo) || password + 1 < userInfo.Length && ValueJudge.IsPlaceholder(userInfo[(password + 1)..]))) return false;
        if (Redacted.IsOnly(userInfo)) return false;
        found = new Found(start, start + at, DetectorTable.UrlCredentials);
        return true;
    }

    /// <summary>Before the <c>@</c> of a driver's address without a scheme: <c>user:password@tcp(host:3306)/db</c>.</summary>
    public static bool TryDriverCredentials(ReadOnlySpan<char> text, int sign, out Found found)
    {
        found = default;
        if (!text[(sign + 1)..].StartsWith("tcp(") && !text[(sign + 1)..].StartsWith("unix(") && !text[(sign + 1)..].StartsWith("udp(")) return false;
        var start = sign;
        while (start > 0 && sign - start < MaxUserInfoChars && text[start - 1] > ' ' && text[start - 1] is not ('"' or '\'' or '`' or '=' or '(')) start--;
        var colon = text[start..sign].IndexOf(':');
        if (colon <= 0 || start + colon + 1 == sign || Redacted.IsOnly(text[start..sign]) || ValueJudge.IsPlaceholder(text[(start + colon + 1)..sign])) return false;
        found = new Found(start, sign, DetectorTable.UrlCredentials);
        return true;
    }

    /// <summary>The end of the web address that starts at this scheme, and where its query or fragment starts, or -1.</summary>
    public static int QueryStart(ReadOnlySpan<char> text, int colon, out int end)
    {
        end = colon;
        if (!IsWeb(text, colon)) return -1;
        var window = text[colon..Math.Min(text.Length, colon + MaxUrlChars)];
        var stop = EndOf(window);
        end = colon + stop;
        window = window[..stop];
        var query = window.IndexOfAny('?', '#');
        if (query < 0 || IsScriptPlace(window) || IsAnchor(window[query..])) return -1;
        foreach (var host in DocumentHosts)
        {
            if (window[3..].Contains(host, StringComparison.OrdinalIgnoreCase) && window.IndexOf(host) is var at && at < 24 && (at == 3 || window[at - 1] == '.')) return -1;
        }

        return colon + query;
    }

    private static int EndOf(ReadOnlySpan<char> window)
    {
        var i = 0;
        bool inQuery = false, inFragment = false;
        while (true)
        {
            var plain = window[i..].IndexOfAnyExcept(PlainUrlChars);
            if (plain < 0) return window.Length;
            i += plain;
            inQuery |= window[i] == '?';
            inFragment |= window[i] == '#';
            // Tokens of two parts come unescaped: ?t=1234|abcd.
            if (inQuery && window[i] == '|' && i + 1 < window.Length && char.IsAsciiLetterOrDigit(window[i + 1]))
            {
                i++;
                continue;
            }

            if (window[i] == '[' && Redacted.LengthAt(window, i) is > 0 and var length)
            {
                i += length;
                continue;
            }

            if (window[i] == '[' && inFragment && !inQuery) return i; // AsciiDoc: https://…#anchor[words]
            if (UrlEnd.Contains(window[i]) || window[i] is '“' or '”' or '»' or '’' || (IsClosing(window[i]) && IsEndBehind(window, i))) return i;
            i++;
        }
    }

    private static bool IsClosing(char c) => c is ')' or ']' or ',' or ';' or '.' or '!' or ':' or '?';

    /// <summary>Whether nothing but closing signs stands between here and the end of the word: <c>…/x#y):</c>.</summary>
    private static bool IsEndBehind(ReadOnlySpan<char> window, int at)
    {
        var i = at + 1;
        while (i < window.Length && i < at + 5 && IsClosing(window[i])) i++;
        return i >= window.Length || UrlEnd.Contains(window[i]) || window[i] is '“' or '”' or '»' or '’' || (i > at + 1 && window[i - 1] is ')' or ',' or '.');
    }

    private static bool IsWeb(ReadOnlySpan<char> text, int colon)
    {
        var before = text[..colon];
        return before.EndsWith("http", StringComparison.OrdinalIgnoreCase) || before.EndsWith("https", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("ws", StringComparison.OrdinalIgnoreCase) || before.EndsWith("wss", StringComparison.OrdinalIgnoreCase) || before.EndsWith("ftp", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary><c>app.js?v=3:12:5</c>: the line and column of a frame stand behind the query.</summary>
    private static bool IsScriptPlace(ReadOnlySpan<char> url)
    {
        var i = url.Length;
        while (i > 0 && char.IsAsciiDigit(url[i - 1])) i--;
        return i < url.Length && i > 0 && url[i - 1] == ':' && url.IndexOfAny('?', '#') < i;
    }

    /// <summary><c>#how-to-enable-it</c>, <c>#section-7.5</c>, <c>#L12-L40</c>: a place in a document, in words. Behind a query, with pairs or with a path it is data.</summary>
    private static bool IsAnchor(ReadOnlySpan<char> rest)
    {
        if (rest[0] != '#' || rest.Length > MaxAnchorChars || rest[1..].ContainsAnyExcept(AnchorChars)) return false;
        foreach (var part in rest[1..].Split('-'))
        {
            var word = rest[1..][part];
            if (word.Length > MaxAnchorDigits && word.ContainsAnyInRange('0', '9') && (word[0] is not ('L' or 'v') || word[1..].ContainsAnyExceptInRange('0', '9')) && !IsTitle(word) && word.ContainsAnyExcept(SectionChars) && !(IsCommentAnchor(rest[1..]) && !word.TrimStart("discussion_r").ContainsAnyExceptInRange('0', '9'))) return false;
        }

        return true;
    }

    /// <summary><c>Compress1X</c>, <c>RFC3339Nano</c>: the name of a thing in code, with one number in it.</summary>
    private static bool IsTitle(ReadOnlySpan<char> word)
    {
        if (word.Length > 24 || !char.IsAsciiLetterUpper(word[0])) return false;
        var first = word.IndexOfAnyInRange('0', '9');
        var last = word.LastIndexOfAnyInRange('0', '9');
        return last - first < 4 && first > 1 && !word[first..last].ContainsAnyExceptInRange('0', '9') && word.ContainsAnyInRange('a', 'z');
    }

    /// <summary><c>#issuecomment-552517779</c>: the number of what people have said.</summary>
    private static bool IsCommentAnchor(ReadOnlySpan<char> anchor) =>
        anchor.Length < 40 && (anchor.StartsWith("issue") || anchor.StartsWith("discussion") || anchor.StartsWith("pullrequestreview") || anchor.StartsWith("comment"));

    private const int MaxAnchorChars = 120;
    private const int MaxAnchorDigits = 6;
    private static readonly SearchValues<char> SectionChars = SearchValues.Create("0123456789."); // #id-1.11.6.5.4
    private static readonly SearchValues<char> AnchorChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    private static bool IsHostPort(ReadOnlySpan<char> authority)
    {
        var colon = authority.IndexOf(':');
        var i = colon + 1;
        while (i < authority.Length && char.IsAsciiDigit(authority[i])) i++;
        return i > colon + 1 && (i == authority.Length || authority[i] is '/' or '?' or '#');
    }

    /// <summary>Whether the <c>@</c> belongs to a path such as <c>/npm/vue@3</c>.</summary>
    private static bool IsLocalPart(ReadOnlySpan<char> authority, int at)
    {
        var slash = authority.IndexOf('/');
        var colon = authority.IndexOf(':');
        return slash >= 0 && slash < at && (colon < 0 || slash < colon);
    }
}
