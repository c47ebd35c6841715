using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Passwords on the lines of well-known commands, behind a short flag or as a word: <c>sshpass -p …</c>, <c>mysql -p…</c>, <c>smbclient -U joe%…</c>, <c>net user joe …</c>.</summary>
/// <remarks>Long flags say what they hold and are found by their names; a short one means something else to every command.</remarks>
internal static class CommandScanner
{
    private const int MaxLineChars = 256;
    private const int MinWordChars = 6;
    private const int MaxWords = 8;

    public static bool TryFind(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        if (text[at..].StartsWith(PipedScanner.Word)) return PipedScanner.TryFind(text, at, out found);
        foreach (var command in CommandTable.Rows)
        {
            if (text[at] != command.Name[0] || !text[at..].StartsWith(command.Name)) continue;
            var line = text[at..Math.Min(text.Length, at + MaxLineChars)];
            var stop = line.IndexOfAny('\n', '\r');
            if (stop >= 0) line = line[..stop];
            var flag = command.Word >= 0 ? WordStart(line, command) : FlagEnd(line, command);
            if (flag < 0 || !TryRead(text, at + flag, command, out var start, out var end)) continue;
            found = new Found(start, end, DetectorTable.Password);
            return true;
        }

        return false;
    }

    private static bool TryRead(ReadOnlySpan<char> text, int at, in CommandRow command, out int start, out int end)
    {
        start = OperatorReader.SkipQuote(text, at);
        end = start > at ? EndOfQuoted(text, start) : EndOfWord(text, at);
        if (command.Behind != '\0')
        {
            var sign = text[start..end].IndexOf(command.Behind);
            if (sign < 1) return false;
            start += sign + 1;
            var host = command.Behind == '/' ? text[start..end].LastIndexOf('@') : -1;
            if (host > 0) end = start + host;
        }

        if (end <= start) return false;
        var value = text[start..end];
        if (value[0] is '-' or > '\u007f' || ValueJudge.IsPlaceholder(value) || Redacted.LengthAt(text, start) > 0) return false;
        return command.Word < 0 || (Randomness.LooksSecret(value, MinWordChars) && value.ContainsAnyInRange('0', '9') && !value.Contains('\\')); // a word of prose, a share
    }

    /// <summary>Where the word starts that is the password, or -1.</summary>
    private static int WordStart(ReadOnlySpan<char> line, in CommandRow command)
    {
        var i = command.Name.Length;
        for (int word = 0, all = 0; all < MaxWords && i < line.Length; all++)
        {
            var next = line[i..].IndexOf(' ');
            var end = next < 0 ? line.Length : i + next;
            var isFlag = end == i || line[i] is '-' or '/' || (end - i == 2 && line[i + 1] == ':');
            if (!isFlag && word++ == command.Word) return i;
            i = end + 1;
        }

        return -1;
    }

    /// <summary>Where the password starts behind its flag, or -1.</summary>
    private static int FlagEnd(ReadOnlySpan<char> line, in CommandRow command)
    {
        for (var from = command.Name.Length - 1; from < line.Length;)
        {
            var next = line[from..].IndexOf(command.Flag);
            if (next < 0) return -1;
            var i = from + next;
            var end = i + command.Flag.Length;
            from = end;
            if (line[i - 1] != ' ' || end >= line.Length) continue;
            if (!command.Attached) return line[end] == ' ' ? OperatorReader.SkipBlanks(line, end, lines: false) : -1;
            if (line[end] is not (' ' or '-')) return end;
        }

        return -1;
    }

    private static int EndOfQuoted(ReadOnlySpan<char> text, int open)
    {
        var close = text[open..Math.Min(text.Length, open + MaxLineChars)].IndexOf(text[open - 1]);
        return close < 0 ? EndOfWord(text, open) : open + close;
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i < text.Length && text[i] > ' ' && text[i] is not ('"' or '\'' or '`' or ';' or '|' or ')')) i++;
        return i;
    }
}
