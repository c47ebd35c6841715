namespace ErrorTelemetry.Processing.Redaction;

/// <summary>What stands where a secret stood: <c>[redacted:kind]</c>. It is never looked into again.</summary>
internal static class Redacted
{
    public const string Prefix = "[redacted:";

    private const int MaxKindChars = 64;

    /// <summary>The length of the replacement that starts here, or 0 if none does.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        if (!rest.StartsWith(Prefix)) return 0;
        var end = Prefix.Length;
        while (end < rest.Length && end < Prefix.Length + MaxKindChars && (char.IsAsciiLetterLower(rest[end]) || char.IsAsciiDigit(rest[end]) || rest[end] == '-')) end++;
        return end > Prefix.Length && end < rest.Length && rest[end] == ']' ? end + 1 : 0;
    }

    /// <summary>Whether the text is nothing but replacements, blanks and joining signs.</summary>
    public static bool IsOnly(ReadOnlySpan<char> text)
    {
        var found = false;
        for (var i = 0; i < text.Length;)
        {
            var length = text[i] == '[' ? LengthAt(text, i) : 0;
            if (length == 0 && char.IsAsciiLetterOrDigit(text[i])) return false;
            found |= length > 0;
            i += Math.Max(length, 1);
        }

        return found;
    }
}
