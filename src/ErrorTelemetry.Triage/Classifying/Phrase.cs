using ErrorTelemetry.Classifying.Rules;

namespace ErrorTelemetry.Classifying;

/// <summary>A phrase of a rule, compiled: its parts must stand in the text in this order, ignoring case.</summary>
internal sealed class Phrase
{
    private readonly PhrasePart[] _parts;
    private readonly string _word;
    private readonly bool _isAtStart;
    private readonly bool _isWhole;
    private readonly bool _isCode;
    private readonly bool _isName;

    public Phrase(string pattern)
    {
        _isAtStart = pattern.StartsWith('^');
        _isWhole = _isAtStart && pattern.EndsWith('$');
        _word = pattern[(_isAtStart ? 1 : 0)..(_isWhole ? ^1 : ^0)];
        _parts = [.. _word.Split('*', StringSplitOptions.RemoveEmptyEntries).Select(PhrasePart.Of)];
        if (_parts.Length > 0 && _word.EndsWith('*'))
            _parts[^1] = _parts[^1] with { IsBeginning = true };
        // Codes hide in other words when case is ignored: "ResourceNotFound" holds ENOTFOUND, and any number may hold 23505.
        _isCode = !_isAtStart && pattern.Length >= 3 && pattern.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');
        // So do words in names: 'ConnectionTimeout', "timeout", options.Timeout.
        _isName = !_isAtStart && pattern.Length >= 3 && pattern.All(char.IsAsciiLetterLower);
    }

    public bool IsIn(string text)
    {
        if (_isCode)
            return HasCode(text);
        if (_isName)
            return HasWord(text);
        if (_isAtStart)
            return IsAtStart(MessageShapes.Bare(text));
        return _parts.Length > 0 && HasParts(text, _parts);
    }

    private static bool HasParts(ReadOnlySpan<char> text, ReadOnlySpan<PhrasePart> parts)
    {
        var from = 0;
        foreach (var part in parts)
        {
            var end = part.EndIn(text, from);
            if (end < 0)
                return false;
            from = end;
        }

        return true;
    }

    private bool IsAtStart(ReadOnlySpan<char> text)
    {
        if (_isWhole)
            return text.Equals(_word, StringComparison.OrdinalIgnoreCase);
        return _parts.Length > 0 && _parts[0].IsAt(text, 0) && HasParts(text[_parts[0].Text.Length..], _parts.AsSpan(1));
    }

    private bool HasCode(string text)
    {
        for (var at = text.IndexOf(_word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(_word, at + 1, StringComparison.Ordinal))
        {
            var end = at + _word.Length;
            if ((at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsAsciiDigit(_word[^1]) || _word.Length < 5 || !char.IsAsciiDigit(text[end])))
                return true;
        }

        return false;
    }

    private bool HasWord(string text)
    {
        for (var at = text.IndexOf(_word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(_word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !IsOfName(text[at - 1])) && !IsInName(text.AsSpan(at + _word.Length)) && !IsCapitalName(text, at))
                return true;
        }

        return false;
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '\'' or '"' or '`' or '“' or '‘' or '$' or '@';

    // "The field Timeout is required": a capital within a sentence is a name.
    private static bool IsCapitalName(string text, int at) =>
        at > 1 && char.IsAsciiLetterUpper(text[at]) && text[at - 1] == ' ' && char.IsAsciiLetterLower(text[at - 2]) && text.AsSpan(at + 1).IndexOfAnyInRange('a', 'z') == 0;

    private static bool IsInName(ReadOnlySpan<char> rest) =>
        !rest.IsEmpty && (char.IsAsciiLetterUpper(rest[0]) || char.IsAsciiDigit(rest[0]) || rest[0] is '_' or '\'' or '"' or '`' or '”' or '’' || (rest[0] is '.' && rest.Length > 1 && char.IsAsciiLetterOrDigit(rest[1])));
}
