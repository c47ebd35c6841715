using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Passwords behind the short flags of well-known commands: <c>sshpass -p …</c>, <c>mysql -p…</c>, <c>redis-cli -a …</c>, <c>docker login -p …</c>.</summary>
/// <remarks>Long flags say what they hold and are found by their names; a short one means something else to every command.</remarks>
internal static class CommandScanner
{
    private const int MaxLineChars = 256;

    public static bool TryFind(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        foreach (var command in CommandTable.Rows)
        {
            if (text[at] != command.Name[0] || !text[at..].StartsWith(command.Name)) continue;
            var line = text[at..Math.Min(text.Length, at + MaxLineChars)];
            var stop = line.IndexOfAny('\n', '\r');
            if (stop >= 0) line = line[..stop];
            var flag = FlagEnd(line, command);
            if (flag < 0) continue;
            var start = at + flag;
            var open = OperatorReader.SkipQuote(text, start);
            var end = open > start ? EndOfQuoted(text, open) : EndOfWord(text, start);
            if (end <= open || text[open..end] is var value && (value[0] == '-' || ValueJudge.IsPlaceholder(value) || Redacted.LengthAt(text, open) > 0)) continue;
            found = new Found(open, end, DetectorTable.Password);
            return true;
        }

        return false;
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
