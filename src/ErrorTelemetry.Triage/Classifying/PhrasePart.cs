namespace ErrorTelemetry.Classifying;

/// <summary>A part of a phrase between two <c>*</c>: it begins and ends where a word of the text does, endings such as <c>-s</c> and <c>-ed</c> aside.</summary>
/// <param name="Text">The words.</param>
internal readonly record struct PhrasePart(string Text)
{
    // What grammar puts behind a word that a phrase ends with: "permission" also means "permissions".
    private static readonly string[] Endings = ["s", "es", "d", "ed", "ing", "ly"];

    private const string Number = "{n}";

    /// <summary>Whether a digit must follow.</summary>
    public bool IsNumbered { get; init; }

    public static PhrasePart Of(string text) => text.EndsWith(Number, StringComparison.Ordinal) ? new(text[..^Number.Length]) { IsNumbered = true } : new(text);

    /// <summary>Whether the part is only the beginning of words.</summary>
    public bool IsBeginning { get; init; }

    /// <summary>The place behind its first occurrence, or -1.</summary>
    public int EndIn(ReadOnlySpan<char> text, int from)
    {
        while (text[from..].IndexOf(Text, StringComparison.OrdinalIgnoreCase) is >= 0 and var found)
        {
            var at = from + found;
            if (BeginsWord(text, at) && EndsWord(text, at + Text.Length))
                return at + Text.Length;
            from = at + 1;
        }

        return -1;
    }

    /// <summary>Whether it stands at the place.</summary>
    public bool IsAt(ReadOnlySpan<char> text, int at) =>
        text[at..].StartsWith(Text, StringComparison.OrdinalIgnoreCase) && EndsWord(text, at + Text.Length);

    private bool BeginsWord(ReadOnlySpan<char> text, int at) =>
        at == 0 || !char.IsAsciiLetter(Text[0]) || !char.IsAsciiLetter(text[at - 1]) || (char.IsAsciiLetterUpper(text[at]) && char.IsAsciiLetterLower(text[at - 1]));

    private bool EndsWord(ReadOnlySpan<char> text, int end)
    {
        if (IsNumbered)
            return end < text.Length && char.IsAsciiDigit(text[end]);
        if (IsBeginning || end == text.Length || !char.IsAsciiLetter(Text[^1]) || !char.IsAsciiLetter(text[end]))
            return true;
        // "AccessDenied" in "AccessDeniedException": names are words without blanks between them.
        if (char.IsAsciiLetterUpper(text[end]) && char.IsAsciiLetterLower(text[end - 1]))
            return !Text.Contains(' ');
        foreach (var ending in Endings)
        {
            if (text[end..].StartsWith(ending, StringComparison.Ordinal) && (end + ending.Length == text.Length || !char.IsAsciiLetter(text[end + ending.Length])))
                return true;
        }

        return false;
    }
}
