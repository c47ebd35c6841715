using System.Text;

namespace ErrorTelemetry.Issues;

/// <summary>Puts text from reports into GitHub's Markdown so that it stays text: nobody is mentioned, nothing is linked, closed or rendered.</summary>
internal static class Markdown
{
    private const char Break = '\u200B';
    private const string Punctuation = "\\`*_[]<>#!|~&$";
    private static readonly string[] ClosingWords = ["close", "closes", "closed", "fix", "fixes", "fixed", "resolve", "resolves", "resolved"];

    /// <summary>A fenced block, its fence longer than any run of backticks inside.</summary>
    public static string Fence(string text, string language, int maximum)
    {
        var content = Defuse(HostileText.Cut(HostileText.Clean(text).Trim('\n'), maximum), inCode: true);
        var fence = new string('`', Math.Max(3, LongestRun(content) + 1));
        return $"{fence}{language}\n{content}\n{fence}";
    }

    /// <summary>A fenced block of text of our own making, as it is.</summary>
    public static string FenceOwn(string text, string language)
    {
        var fence = new string('`', Math.Max(3, LongestRun(text) + 1));
        return $"{fence}{language}\n{text}\n{fence}";
    }

    /// <summary>A code span on one line; <c>|</c> becomes a look-alike, so that it may stand in a table.</summary>
    public static string Span(string text, int maximum = 200)
    {
        var content = Defuse(HostileText.Cut(HostileText.OneLine(text), maximum), inCode: true).Replace('|', '\uFF5C');
        if (content.Length == 0)
            return "-";
        var run = LongestRun(content);
        var ticks = new string('`', run + 1);
        return run > 0 || content[0] == ' ' ? $"{ticks} {content} {ticks}" : $"{ticks}{content}{ticks}";
    }

    /// <summary>One line of plain text outside of code: every mark of Markdown escaped.</summary>
    public static string Plain(string text, int maximum = 1_000)
    {
        var defused = Defuse(HostileText.Cut(HostileText.OneLine(text), maximum), inCode: false);
        var result = new StringBuilder(defused.Length + 16);
        for (var i = 0; i < defused.Length; i++)
        {
            if (Punctuation.Contains(defused[i]) || IsListMark(defused, i))
                result.Append('\\');
            result.Append(defused[i]);
        }

        return result.ToString();
    }

    // "- x", "+ x", "1. x" and rules of "---" or "===" mean something only where a line begins.
    private static bool IsListMark(string text, int i) =>
        text[i] is '-' or '+' or '=' ? i == 0 : text[i] is '.' or ')' && i is > 0 and < 10 && text.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>A title of an issue or pull request: one line, at most 256 UTF-16 units.</summary>
    public static string Title(string text)
    {
        // Breaks make it longer, so the text is cut until the result fits.
        var line = HostileText.OneLine(text).Replace('`', '\'');
        for (var maximum = 256; ; maximum -= 16)
        {
            var title = Defuse(HostileText.Cut(line, maximum), inCode: false);
            if (title.Length <= 256)
                return title.Length == 0 ? "(no message)" : title;
        }
    }

    /// <summary>Breaks everything that GitHub would act on. Inside of code nothing is acted on, but e-mail replies and copies lose the code.</summary>
    private static string Defuse(string text, bool inCode)
    {
        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '#' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
                result.Append(Break).Append(c).Append(Break);
            else if (c == '@' || (c == '-' && IsAfterGh(text, i)) || (c == '<' && text.AsSpan(i).StartsWith("<!--", StringComparison.Ordinal)))
                result.Append(c).Append(Break);
            else if (!inCode && (text.AsSpan(i).StartsWith("://", StringComparison.Ordinal) || IsWwwDot(text, i)))
                result.Append(c).Append(Break);
            else if (IsWordStart(text, i) && WordAt(text, i) is { Length: > 0 } word && NeedsBreak(word, text, i, inCode))
                i = AppendBroken(result, word, i);
            else
                result.Append(c);
        }

        return result.ToString();
    }

    private static int AppendBroken(StringBuilder result, ReadOnlySpan<char> word, int at)
    {
        result.Append(Break);
        var step = IsHash(word) ? 6 : word.Length;
        for (var i = 0; i < word.Length; i += step)
        {
            if (i > 0)
                result.Append(Break);
            result.Append(word[i..Math.Min(word.Length, i + step)]);
        }

        return at + word.Length - 1;
    }

    // A hash in code is never linked, and people copy it: correlation ids, commits.
    private static bool NeedsBreak(ReadOnlySpan<char> word, string text, int at, bool inCode)
    {
        if (!inCode && IsHash(word))
            return true;
        foreach (var closing in ClosingWords)
        {
            if (word.Equals(closing, StringComparison.OrdinalIgnoreCase))
                return at + word.Length < text.Length && text[at + word.Length] is ' ' or ':' or '\t';
        }

        return false;
    }

    private static bool IsHash(ReadOnlySpan<char> word)
    {
        if (word.Length is < 7 or > 40 || !word.ContainsAnyInRange('0', '9'))
            return false;
        foreach (var c in word)
        {
            if (!char.IsAsciiHexDigit(c))
                return false;
        }

        return true;
    }

    private static bool IsWordStart(string text, int i) => char.IsAsciiLetterOrDigit(text[i]) && (i == 0 || !char.IsAsciiLetterOrDigit(text[i - 1]));

    private static ReadOnlySpan<char> WordAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        return text.AsSpan(start, end - start);
    }

    private static bool IsAfterGh(string text, int i) =>
        i >= 2 && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && text.AsSpan(i - 2, 2).Equals("GH", StringComparison.OrdinalIgnoreCase);

    private static bool IsWwwDot(string text, int i) => text[i] == 'w' && text.AsSpan(i).StartsWith("w.", StringComparison.Ordinal) && i >= 2 && text[i - 1] == 'w' && text[i - 2] == 'w';

    private static int LongestRun(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
