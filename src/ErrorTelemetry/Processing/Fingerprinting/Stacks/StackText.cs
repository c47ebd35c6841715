using System.Buffers;

namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>Small questions about a piece of stack text that more than one engine's parser asks. All are linear in the text.</summary>
internal static class StackText
{
    private static readonly SearchValues<char> s_schemeChars =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");

    /// <summary>Words that stand in a location's place where there is no script.</summary>
    private static readonly string[] s_placeless =
        ["native", "native code", "[native code]", "[wasm code]", "<anonymous>", "eval code", "unknown", "<unknown>", "unknown source", "unknown location"];

    /// <summary>Whether the text starts with an address scheme (<c>https:</c>, <c>webpack-internal:</c>, <c>blob:</c>, not <c>C:</c>).</summary>
    public static bool StartsWithScheme(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOfAnyExcept(s_schemeChars);
        return colon >= 2 && text[colon] == ':' && char.IsAsciiLetter(text[0])
            && colon + 1 < text.Length && !char.IsAsciiDigit(text[colon + 1]) && !char.IsWhiteSpace(text[colon + 1]);
    }

    /// <summary>Whether the text starts like a path: <c>/a</c>, <c>./a</c>, <c>C:\a</c>, <c>\\host</c>.</summary>
    public static bool StartsWithPath(ReadOnlySpan<char> text) =>
        text.Length > 1 && (text[0] == '/' || text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith("../", StringComparison.Ordinal)
            || text.StartsWith(@"\\", StringComparison.Ordinal) || StartsWithDrive(text));

    /// <summary>Whether the text starts with a Windows drive: <c>C:\</c> or <c>C:/</c>.</summary>
    public static bool StartsWithDrive(ReadOnlySpan<char> text) =>
        text.Length > 2 && char.IsAsciiLetter(text[0]) && text[1] == ':' && text[2] is '\\' or '/';

    /// <summary>Whether the text says that there is no script: <c>native</c>, <c>&lt;anonymous&gt;</c>, ….</summary>
    public static bool IsPlaceless(ReadOnlySpan<char> text)
    {
        foreach (var word in s_placeless)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary>The index of the bracket that opens what the last character closes, or -1.</summary>
    public static int MatchingOpen(ReadOnlySpan<char> text, char open, char close)
    {
        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (text[i] == close)
                depth++;
            else if (text[i] == open && --depth == 0)
                return i;
        }
        return -1;
    }

    /// <summary>The index of the bracket that closes the one at <paramref name="start"/>, or -1.</summary>
    public static int MatchingClose(ReadOnlySpan<char> text, int start, char open, char close)
    {
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == open)
                depth++;
            else if (text[i] == close && --depth == 0)
                return i;
        }
        return -1;
    }
}
