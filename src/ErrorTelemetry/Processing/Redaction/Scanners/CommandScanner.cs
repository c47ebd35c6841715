namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Passwords behind the short flags of well-known commands: <c>sshpass -p …</c>, <c>mysql -p…</c>, <c>redis-cli -a …</c>, <c>docker login -p …</c>.</summary>
/// <remarks>Long flags say what they hold and are found by their names; a short one means something else to every command.</remarks>
internal static class CommandScanner
{
    /// <param name="Name">How the command line starts.</param>
    /// <param name="Flag">The flag before the password.</param>
    /// <param name="Attached">Whether the password stands right behind the flag, without a blank: <c>-phunter2</c>.</param>
    private readonly record struct Command(string Name, string Flag, bool Attached = false);

    private const int MaxLineChars = 256;

    private static readonly Command[] Commands =
    [
        new("sshpass ", "-p"), new("sshpass ", "-p", Attached: true), new("mysql ", "-p", Attached: true), new("mysqldump ", "-p", Attached: true), new("mysqladmin ", "-p", Attached: true), new("mariadb ", "-p", Attached: true),
        new("mongo ", "-p"), new("mongosh ", "-p"), new("mongodump ", "-p"), new("mongorestore ", "-p"), new("mongoimport ", "-p"), new("mongoexport ", "-p"),
        new("redis-cli ", "-a"), new("sqlcmd ", "-P"), new("bcp ", "-P"), new("docker login ", "-p"), new("podman login ", "-p"), new("helm registry login ", "-p"), new("oras login ", "-p"), new("skopeo login ", "-p"),
        new("az login ", "-p"), new("oc login ", "-p"), new("cf login ", "-p"), new("ldapsearch ", "-w"), new("ldapmodify ", "-w"), new("ldapadd ", "-w"), new("kinit ", "-p"), new("rdesktop ", "-p"),
        new("plink ", "-pw"), new("pscp ", "-pw"), new("psftp ", "-pw"), new("unzip ", "-P"), new("smbmap ", "-p"), new("schtasks ", "/rp"), new("evil-winrm ", "-p"), new("xfreerdp ", "/p:", Attached: true), new("msdeploy ", "/p:", Attached: true),
    ];

    /// <summary>The first words of all commands.</summary>
    public static IEnumerable<string> Words => Commands.Select(command => command.Name.Split(' ')[0]).Where(word => word.Length > 2).Distinct(StringComparer.Ordinal);

    public static bool TryFind(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        foreach (var command in Commands)
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
    private static int FlagEnd(ReadOnlySpan<char> line, in Command command)
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
