using ErrorTelemetry.Processing.Redaction.Scanners;

namespace ErrorTelemetry.Processing.Redaction;

/// <content>What can stand at a sign: addresses, numbers with a sign in front, home paths, escapes.</content>
internal ref partial struct RedactionScan
{
    private int AtSign(int at)
    {
        var text = _text;
        Found found;
        int next;
        switch (text[at])
        {
            case '[' when at > 0 && text[at - 1] == '\u001b':
                return Escapes.ColorEnd(text, at);
            case '[':
                return at + Math.Max(1, Redacted.LengthAt(text, at));
            case '@' when at + 4 < text.Length && text[at + 1] is 't' or 'u' && UrlScanner.TryDriverCredentials(text, at, out found):
                return Replace(found, out next) ? next : at + 1;
            case '@' when BareCredentials.TryFind(text, at, out found) && found.Start >= _copied:
                return Replace(found, out next) ? next : at + 1;
            case '@':
                return EmailScanner.TryFind(text, at, 1, _copied, out found) && Replace(found, out next) ? next : at + 1;
            case '%' or '\\' when EmailScanner.EscapedSignLength(text, at) is > 0 and var length:
                return EmailScanner.TryFind(text, at, length, _copied, out found) && Replace(found, out next) ? next : at + 1;
            case '#' when at > 0 && text[at - 1] == '&' && EmailScanner.EscapedSignLength(text, at - 1) is > 0 and var entity:
                return EmailScanner.TryFind(text, at - 1, entity, _copied, out found) && Replace(found, out next) ? next : at + 1;
            case '%' when at + 3 < text.Length && text[at + 1] == '2' && text[at + 2] is 'B' or 'b' && char.IsAsciiDigit(text[at + 3]):
                return PhoneScanner.TryInternational(text, at, 3, out found) && Replace(found, out next) ? next : at + 1;
            case '%' when at + 3 < text.Length && text[at + 3] is 'h' or 'U' or 'u':
                return HomePathScanner.TryFind(text, at, out found) && Replace(found, out next) ? next : at + 1;
            case '+':
                return PhoneScanner.TryInternational(text, at, 1, out found) && Replace(found, out next) ? next : at + 1;
            case '(':
                return PhoneScanner.TryUsForm(text, at, out found) && Replace(found, out next) ? next : at + 1;
            case '/' or '\\' when at + 1 < text.Length && text[at + 1] is 'h' or 'H' or 'U' or 'u' or 'D' or 'd' or 'p' or 'P' or 'v' or 'r' or '\\':
                return HomePathScanner.TryFind(text, at, out found) && Replace(found, out next) ? next : at + 1;
            case '-' when at + 1 < text.Length && text[at + 1] == '-':
                return text[at..].StartsWith("----") && PrivateKeyScanner.TryFind(text, at, out found) && Replace(found, out next) ? next : at + 1;
            case ':' when at + 2 < text.Length && text[at + 1] == '/' && text[at + 2] == '/':
                return AtUrl(at);
            case ':' when at + 1 < text.Length && text[at + 1] == ':':
                return HexScanner.TryIpv6(text, at, out found) && Replace(found, out next) ? next : at + 1;
            case '?' or '#' when at == _queryAt:
                return AtQuery(at);
            case '~':
                return AtTilde(at);
            default:
                return text[at] < 128 ? at + 1 : AtForeign(at);
        }
    }

    /// <summary>The values of sensitive columns go; what stands between them is looked at in the next round.</summary>
    private bool AtRows(int at, out int next)
    {
        next = at;
        if (RowScanner.Find(_text, at, rules) is not { } rows) return false;
        var replaced = false;
        foreach (var found in rows) replaced |= Replace(found, out next);
        return replaced;
    }

    private int AtUrl(int colon)
    {
        _queryAt = rules.IsEnabled(DetectorTable.UrlQuery) ? UrlScanner.QueryStart(_text, colon, out _queryEnd) : -1;
        return UrlScanner.TryCredentials(_text, colon, out var found) && Replace(found, out var next) ? next : colon + 3;
    }

    /// <summary>Query values and the fragment of an address go, one by one, so that the keys stay.</summary>
    private int AtQuery(int at)
    {
        var end = _queryEnd;
        var i = at;
        _queryAt = -1;
        while (i < end)
        {
            if (_text[i] == '#')
            {
                if (end > i + 1 && !Redacted.IsOnly(_text[(i + 1)..end])) Replace(new Found(i + 1, end, DetectorTable.UrlQuery), out _);
                return end;
            }

            var rest = _text[(i + 1)..end];
            var stop = rest.IndexOfAny("&#;");
            var pairEnd = stop < 0 ? end : i + 1 + stop;
            var equals = _text[(i + 1)..pairEnd].IndexOf('=');
            if (equals >= 0)
            {
                var found = new Found(i + 1 + equals + 1, pairEnd, DetectorTable.UrlQuery);
                if (found.End > found.Start && !IsStandIn(_text[found.Start..found.End])) Replace(Named(found, _text[(i + 1)..(i + 1 + equals)]), out _);
            }

            i = pairEnd;
        }

        return end;
    }

    /// <summary>What stands for a value in a template, or for one that is gone already.</summary>
    private static bool IsStandIn(ReadOnlySpan<char> value) => value is "$" || Redacted.IsOnly(value) || ValueJudge.IsPlaceholder(value);

    private readonly Found Named(Found found, ReadOnlySpan<char> key) =>
        NamedValueRedactor.DetectorOf(key, rules) is { } detector ? found with { Detector = detector } : found;

    /// <summary>Entra secrets have <c>Q~</c> in the middle and may start with any sign.</summary>
    private int AtTilde(int at)
    {
        const int CharsBefore = 5;
        var start = at - CharsBefore;
        if (start < _copied || _text[at - 1] != 'Q') return at + 1;
        return _anchors.Open.TryFind(_text, start, start == _escapedAt, out var found) && Replace(found, out var next) ? next : at + 1;
    }
}
