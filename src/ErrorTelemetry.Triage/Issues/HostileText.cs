using System.Text;

namespace ErrorTelemetry.Issues;

/// <summary>Takes everything out of a text that is not meant for eyes: controls, terminal sequences, direction marks, invisible and broken characters.</summary>
internal static class HostileText
{
    private const char Escape = '\u001b';
    private const char Csi = '\u009b';

    /// <summary>The text with only visible characters, blanks, tabs and <c>\n</c>. Doing it twice changes nothing.</summary>
    public static string Clean(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is Escape or Csi)
                i = EndOfSequence(text, i);
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                AppendPair(result, c, text[++i]);
            else if (char.IsSurrogate(c))
                result.Append('\uFFFD');
            else if (c == '\r')
                result.Append(i + 1 < text.Length && text[i + 1] == '\n' ? string.Empty : "\n");
            else if (c is '\u0085' or '\u2028' or '\u2029')
                result.Append('\n');
            else if (c is '\n' or '\t' || !IsUnwanted(c))
                result.Append(c);
        }

        return result.ToString();
    }

    /// <summary>The text on one line, runs of white space turned into one blank.</summary>
    public static string OneLine(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in Clean(text))
        {
            if (!char.IsWhiteSpace(c))
                result.Append(c);
            else if (result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>At most this many UTF-16 units, no surrogate pair split, <c>…</c> at the end of what was cut.</summary>
    public static string Cut(string text, int maximum)
    {
        if (text.Length <= maximum)
            return text;
        var end = Math.Max(0, maximum - 1);
        if (end > 0 && char.IsHighSurrogate(text[end - 1]))
            end--;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    private static bool IsUnwanted(char c) =>
        char.IsControl(c)
        || c is '\u061C' or '\u180E' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF' or '\uFFFE' or '\uFFFF'
        || c is (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or (>= '\uFFF9' and <= '\uFFFB');

    // The "tags" block is invisible and spells ASCII: it hides instructions from people, not from models.
    private static void AppendPair(StringBuilder result, char high, char low)
    {
        if (char.ConvertToUtf32(high, low) is >= 0xE0000 and <= 0xE0FFF)
            return;
        result.Append(high).Append(low);
    }

    // ECMA-48: CSI ends with a byte of @ to ~; OSC, DCS and their like end with BEL or ESC \; others are two characters long.
    private static int EndOfSequence(string text, int start)
    {
        var i = start + 1;
        if (text[start] == Escape)
        {
            if (i >= text.Length)
                return start;
            if (text[i] is ']' or 'P' or '^' or '_' or 'X')
            {
                var end = text.AsSpan(i).IndexOfAny('\u0007', Escape, '\n');
                if (end < 0)
                    return text.Length - 1;
                return text[i + end] == Escape && i + end + 1 < text.Length && text[i + end + 1] == '\\' ? i + end + 1 : text[i + end] == '\u0007' ? i + end : i + end - 1;
            }

            if (text[i] != '[')
                return text[i] is >= ' ' and <= '~' ? i : start;
            i++;
        }

        while (i < text.Length && text[i] is >= ' ' and <= '?')
            i++;
        return i < text.Length && text[i] is >= '@' and <= '~' ? i : i - 1;
    }
}
