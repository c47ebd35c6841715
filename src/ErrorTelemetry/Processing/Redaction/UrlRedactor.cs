using System.Text;
using ErrorTelemetry.Processing.Redaction.Scanners;

namespace ErrorTelemetry.Processing.Redaction;

/// <summary>The address of a page or request: query values and fragment are dropped, keys stay, user and password go, and path segments are looked at one by one.</summary>
internal static class UrlRedactor
{
    public static string Redact(string url, TextRedactor redactor, RedactionRules rules, RedactionCounts counts)
    {
        var span = url.AsSpan();
        var end = span.IndexOfAny('?', '#');
        var path = redactor.Redact(RedactSegments(end < 0 ? url : url[..end], rules, counts), counts);
        if (end < 0) return path;
        var keys = span[end] == '#' ? string.Empty : Keys(url, end, redactor, counts);
        return end + keys.Length == url.Length && ReferenceEquals(path, url) ? url : path + keys;
    }

    private static string Keys(string url, int queryAt, TextRedactor redactor, RedactionCounts counts)
    {
        var query = url.AsSpan(queryAt + 1);
        var fragment = query.IndexOf('#');
        if (fragment >= 0) query = query[..fragment];
        var keys = new StringBuilder("?");
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            var equals = pair.IndexOf('=');
            if (keys.Length > 1) keys.Append('&');
            keys.Append(equals < 0 ? pair : pair[..(equals + 1)]);
            if (equals >= 0 && equals + 1 < pair.Length) counts.Add(DetectorTable.UrlQuery.Id);
        }

        return redactor.Redact(keys.ToString(), counts);
    }

    /// <summary>A random-looking segment behind a word such as <c>reset-password</c> or <c>invite</c> is a token.</summary>
    private static string RedactSegments(string path, RedactionRules rules, RedactionCounts counts)
    {
        if (!rules.IsEnabled(DetectorTable.UrlToken)) return path;
        var parts = path.Split('/');
        var changed = false;
        for (var i = 1; i < parts.Length; i++)
        {
            if (parts[i].Length < 12 || !LeadsToToken(parts[i - 1], rules) || !Randomness.LooksSecret(parts[i], 12)) continue;
            parts[i] = DetectorTable.UrlToken.Replacement;
            counts.Add(DetectorTable.UrlToken.Id);
            changed = true;
        }

        return changed ? string.Join('/', parts) : path;
    }

    private static bool LeadsToToken(string segment, RedactionRules rules)
    {
        foreach (var word in Words)
        {
            if (segment.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return NamedValueRedactor.DetectorOf(segment, rules) is not null;
    }

    private static readonly string[] Words = ["reset", "invite", "invitation", "verify", "verification", "confirm", "activate", "activation", "magic", "unsubscribe", "share", "token", "auth", "login", "otp", "recover", "bot"];
}
