using System.Runtime.CompilerServices;
using System.Text;
using ErrorTelemetry.Processing.Redaction.Scanners;

namespace ErrorTelemetry.Processing.Redaction;

/// <summary>One walk over one text. Words and signs are met in order; what can start at each is asked of the tables and scanners, and what they find is replaced.</summary>
internal ref partial struct RedactionScan(string source, RedactionRules rules, RedactionCounts counts)
{
    /// <summary>Shortest word at which forms without a fixed beginning are tried, with a digit in it.</summary>
    private const int MinOpenChars = 6;

    /// <summary>The same for a word without a digit.</summary>
    private const int MinOpenWordChars = 22;

    /// <summary>Shortest token without a fixed beginning.</summary>
    private const int MinOpenTokenChars = 35;

    private readonly ReadOnlySpan<char> _text = source;
    private readonly AnchorIndex _anchors = rules.Anchors;
    private StringBuilder? _cleaned;
    private int _copied;
    private int _queryAt = -1;
    private int _queryEnd;
    private int _runEnd;
    private int _escapedAt = -1;
    private List<Repeats.Value>? _repeats;

    /// <summary>What stood behind names and may stand elsewhere in the text, too.</summary>
    public readonly List<Repeats.Value>? Repeated => _repeats;

    /// <summary>The cleaned text, or <see langword="null"/> where nothing was found.</summary>
    public string? Run()
    {
        var text = _text;
        var i = 0;
        while (i < text.Length)
        {
            var kind = CharKinds.Of(text[i]);
            if (kind == CharKind.Plain) i++;
            else if (kind == CharKind.Sign) i = AtSign(i);
            else i = AtWord(i);
        }

        if (_cleaned is null) return null;
        return _cleaned.Append(text[_copied..]).ToString();
    }

    private int AtWord(int start)
    {
        var text = _text;
        int next;
        if (_anchors.MayStart(text, start) && AtWordStart(start, out next)) return next;
        var escape = start > 0 && text[start - 1] is '\\' or '%' ? Escapes.LengthAt(text, start) : 0;
        if (escape > 0)
        {
            _escapedAt = start + escape;
            if (AtWordStart(_escapedAt, out next)) return next;
        }

        var before = CharKinds.Of(text[start]);
        var hasDigit = before == CharKind.Digit;
        var i = start + 1;
        for (; i < text.Length; i++)
        {
            var kind = CharKinds.Of(text[i]);
            if (kind == before) continue;
            if (kind <= CharKind.Sign) break;

            // A new part of a camel-case name starts: dbPassword, APIKey (at the K), oauth2Token.
            if (kind == CharKind.Upper || before == CharKind.Digit)
            {
                if (AtName(i, out next)) return next;
            }
            else if (kind == CharKind.Lower && before == CharKind.Upper && i - 1 > start && (AtName(i - 1, out next) || AtName(i, out next))) return next;

            hasDigit |= kind == CharKind.Digit;
            before = kind;
        }

        if (AtWordEnd(start, i, hasDigit, out next)) return next;
        return escape > 0 && _escapedAt < i && AtWordEnd(_escapedAt, i, hasDigit, out next) ? next : i;
    }

    private bool AtWordStart(int at, out int next)
    {
        next = at;
        if (_anchors.At(_text, at) is not { } place) return false;
        if (place.Tokens is { } tokens && AtToken(at, tokens, out next)) return true;
        if (place.IsScheme && _text[at] is 'V' or 'v' && AtRows(at, out next)) return true;
        if (place.IsScheme && SchemeScanner.TryFind(_text, at, out var found) && Replace(found, out next)) return true;
        return place.Names is { } names && AtName(at, names, out next);
    }

    private bool AtToken(int at, Anchor[] anchors, out int next)
    {
        next = at;
        if (!TryToken(at, anchors, out var found)) return false;
        if (found.Detector.Id == "encoded-private-key") found = found with { End = PrivateKeyScanner.EndOfLines(_text, found.End) };
        if (!Replace(found, out next)) return false;
        if (PairedSecretScanner.TryFind(_text, found, out var secret) && Replace(secret, out var behind)) next = behind;
        return true;
    }

    private readonly bool TryToken(int at, Anchor[] anchors, out Found found) => TokenScanner.TryFind(_text, at, anchors, at == _escapedAt, out found);

    private bool AtName(int at, out int next)
    {
        next = at;
        return _anchors.NamesAt(_text, at) is { } names && AtName(at, names, out next);
    }

    private bool AtName(int at, Anchor[] names, out int next)
    {
        next = at;
        foreach (var anchor in names)
        {
            var end = anchor.MatchName(_text, at);
            if (end < 0 || !rules.IsEnabled(anchor.Detector) || !NameScanner.TryFind(_text, at, end, anchor, rules, out var found, out var identifier)) continue;
            if (found.Start < _copied) continue;
            return ReplaceNamed(found, identifier, end, out next);
        }

        return false;
    }

    private bool ReplaceNamed(Found found, ReadOnlySpan<char> identifier, int nameEnd, out int next)
    {
        var value = _text[found.Start..found.End];
        if (!Replace(Refine(found, identifier), out next)) return false;
        Repeats.Remember(ref _repeats, value, found.Detector);
        for (var items = 0; items < ListReader.MaxItems && ListReader.TryNext(_text, found, items == 0, out var item) && Replace(item, out next); items++) found = item;
        next = Math.Max(next, nameEnd);
        return true;
    }

    /// <summary>A letter outside of ASCII: part of a sensitive name in another language, perhaps.</summary>
    private int AtForeign(int at) =>
        ForeignNames.TryMatch(_text, at, out var start, out var end, out var anchor)
        && NameScanner.TryFind(_text, start, end, anchor, rules, out var found, out var identifier)
        && ReplaceNamed(found, identifier, end, out var next) ? next : at + 1;

    /// <summary>Says more of a named value where its form or the vendor's name tells what it is.</summary>
    private readonly Found Refine(Found found, ReadOnlySpan<char> identifier)
    {
        if (found.End - found.Start < 2) return found;
        if (_anchors.At(_text, found.Start)?.Tokens is { } tokens && TryToken(found.Start, tokens, out var token) && token.End == found.End) return token;
        if (PersonalKinds.Of(_text, found) is { } personal) return personal;
        return ProviderScanner.TryFind(_text[found.Start..found.End], identifier, rules, out var detector) ? found with { Detector = detector } : found;
    }

    private bool AtWordEnd(int start, int end, bool hasDigit, out int next)
    {
        next = end;
        var text = _text;
        var length = end - start;
        var first = text[start];
        var sign = end < text.Length ? text[end] : '\0';
        if (IsPlainWord(start, length, hasDigit, sign)) return false;
        Found found;
        if (length >= WordEndings.MinChars && sign is '=' or ':' or '"' or '\'' or ' ' or '\\' or '>' && WordEndings.StartOf(text, start, end, out var ending) is >= 0 and var at && NameScanner.TryFind(text, at, end, ending, rules, out found, out var identifier) && found.Start >= _copied && rules.IsEnabled(ending.Detector)) return ReplaceNamed(found, identifier, end, out next);
        if (char.IsAsciiDigit(first))
        {
            if (NumberScanner.TryFind(text, start, end, out found) && Replace(found, out next)) return true;
        }
        else if (hasDigit && length >= 4 && char.IsAsciiDigit(text[start + 2]) && IbanScanner.TryFind(text, start, out found) && Replace(found, out next)) return true;

        if (length == 4 && sign == '.' && HexScanner.TryDottedMac(text, start, out found) && Replace(found, out next)) return true;
        if (length <= 4 && sign is ':' or '-' && char.IsAsciiHexDigit(first))
        {
            if (length == 2 && HexScanner.TryMac(text, start, out found) && Replace(found, out next)) return true;
            if (sign == ':' && HexScanner.TryIpv6(text, start, out found) && Replace(found, out next)) return true;
        }

        if (start > KeyMembers.MinCharsBefore && text[start - 1] is '"' or '>' && KeyMembers.TryFind(text, start, out found) && Replace(found, out next)) return true;
        if (length >= PrefixedTokenScanner.MinChars && PrefixedTokenScanner.TryFind(text, start, end, out found) && Replace(found, out next)) return true;
        if (hasDigit && length >= VendorKeyScanner.MinChars && VendorKeyScanner.TryFind(text, start, end, out found) && Replace(found, out next)) return true;
        return MayBeOpen(start, end, sign, hasDigit) && _anchors.Open.TryFind(text, start, start == _escapedAt, out found) && Replace(found, out next);
    }

    /// <summary>Whether nothing below can take the word: it is short, has no digit, and no sign that joins it to something.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool IsPlainWord(int start, int length, bool hasDigit, char sign) =>
        !hasDigit && length < WordEndings.MinChars && sign is not ('.' or ':' or '-' or '+' or '/' or '_') && (start == 0 || _text[start - 1] is not ('"' or '>'));

    /// <summary>Whether a form without a fixed beginning can start here: a digit or a long word, and enough token characters in a row. Each run is measured once.</summary>
    private bool MayBeOpen(int start, int end, char sign, bool hasDigit)
    {
        var length = end - start;
        if ((length < MinOpenChars && sign != '+') || (length < MinOpenWordChars && !hasDigit && sign is not ('+' or '/' or '_'))) return false;
        if (_runEnd <= start)
        {
            var rest = _text[start..].IndexOfAnyExcept(TokenChars);
            _runEnd = rest < 0 ? _text.Length : start + rest;
        }

        return _runEnd - start >= MinOpenTokenChars;
    }

    private static readonly System.Buffers.SearchValues<char> TokenChars =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+/=.~:|%$");

    private bool Replace(Found found, out int next)
    {
        next = found.End;
        if (found.Start < _copied || !rules.IsEnabled(found.Detector)) return false;
        _cleaned ??= new StringBuilder(_text.Length + 64);
        _cleaned.Append(_text[_copied..found.Start]).Append(found.Detector.Replacement);
        _copied = found.End;
        counts.Add(found.Detector.Id);
        return true;
    }
}
