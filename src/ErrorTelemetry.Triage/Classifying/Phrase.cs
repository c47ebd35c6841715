namespace ErrorTelemetry.Classifying;

/// <summary>A phrase of a rule, compiled: its parts must stand in the text in this order, ignoring case.</summary>
internal sealed class Phrase(string pattern)
{
    private readonly string[] _parts = pattern.Split('*', StringSplitOptions.RemoveEmptyEntries);

    // Codes hide in other words when case is ignored: "ResourceNotFound" holds ENOTFOUND, and any number may hold 23505.
    private readonly bool _isCode = pattern.Length >= 3 && pattern.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');

    // So do words in names: 'ConnectionTimeout', "timeout", options.Timeout.
    private readonly bool _isWord = pattern.Length >= 3 && pattern.All(char.IsAsciiLetterLower);

    public bool IsIn(string text)
    {
        if (_isCode)
            return HasCode(text);
        if (_isWord)
            return HasWord(text);
        var from = 0;
        foreach (var part in _parts)
        {
            var at = text.IndexOf(part, from, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return false;
            from = at + part.Length;
        }

        return _parts.Length > 0;
    }

    private bool HasCode(string text)
    {
        for (var at = text.IndexOf(pattern, StringComparison.Ordinal); at >= 0; at = text.IndexOf(pattern, at + 1, StringComparison.Ordinal))
        {
            var end = at + pattern.Length;
            if ((at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsAsciiDigit(pattern[^1]) || pattern.Length < 5 || !char.IsAsciiDigit(text[end])))
                return true;
        }

        return false;
    }

    private bool HasWord(string text)
    {
        for (var at = text.IndexOf(pattern, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(pattern, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !IsOfName(text[at - 1])) && !IsInName(text.AsSpan(at + pattern.Length)) && !IsCapitalName(text, at))
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
