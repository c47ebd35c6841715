namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>A password that one command hands to another: <c>echo … | sudo -S</c>, <c>echo joe:… | chpasswd</c>, <c>echo … | docker login --password-stdin</c>.</summary>
internal static class PipedScanner
{
    /// <summary>How the line starts.</summary>
    public const string Word = "echo ";

    private const int MaxLineChars = 256;

    private static readonly string[] Readers = ["sudo -S", "passwd --stdin", "--password-stdin", "chpasswd", "--with-token", "su -c", "smbpasswd -s", "smbpasswd -a"];

    public static bool TryFind(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        var line = text[at..Math.Min(text.Length, at + MaxLineChars)];
        var stop = line.IndexOfAny('\n', '\r');
        if (stop >= 0) line = line[..stop];
        var pipe = line.IndexOf('|');
        if (pipe < 0 || !TakesPassword(line[pipe..])) return false;
        var start = Word.Length;
        while (line[start..].StartsWith("-n ") || line[start..].StartsWith("-e ")) start += 3;
        var value = line[start..pipe];
        if (line[pipe..].Contains("chpasswd", StringComparison.Ordinal)) start += Math.Max(0, value.IndexOf(':') + 1);
        value = line[start..pipe].Trim(" \"'\\");
        if (value.IsEmpty || value.Contains(' ') || ValueJudge.IsPlaceholder(value) || Redacted.IsOnly(value)) return false;
        start += line[start..pipe].IndexOf(value);
        found = new Found(at + start, at + start + value.Length, DetectorTable.Password);
        return true;
    }

    private static bool TakesPassword(ReadOnlySpan<char> piped)
    {
        foreach (var reader in Readers)
        {
            if (piped.Contains(reader, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
