namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Private key blocks, whole or cut short, on lines of their own, on one line, or with escaped line ends.</summary>
internal static class PrivateKeyScanner
{
    private const int MaxBlockChars = 32 * 1024;
    private const int MaxLabelChars = 100;
    private const int MinBodyChars = 16;

    public static bool TryFind(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        var rest = text[at..Math.Min(text.Length, at + MaxBlockChars)];
        if (rest.StartsWith("PuTTY-User-Key-File-"))
        {
            var mac = rest.IndexOf("Private-MAC:");
            found = new Found(at, mac < 0 ? at + rest.Length : ValueReader.EndOfLine(text, at + mac), DetectorTable.PrivateKey);
            return mac >= 0 || rest.Contains("Private-Lines:", StringComparison.Ordinal);
        }

        var begin = rest.StartsWith("-----BEGIN ") ? 11 : rest.StartsWith("---- BEGIN ") ? 11 : 0;
        if (begin == 0) return false;
        var labelEnd = rest[begin..Math.Min(rest.Length, begin + MaxLabelChars)].IndexOf("----");
        var label = labelEnd < 0 ? rest[begin..Math.Min(rest.Length, begin + MaxLabelChars)] : rest.Slice(begin, labelEnd);
        if (!label.Contains("PRIVATE", StringComparison.Ordinal) && !label.Contains("SECRET", StringComparison.Ordinal)) return false;
        if (labelEnd < 0) return false;

        var body = begin + labelEnd;
        while (body < rest.Length && rest[body] == '-') body++;
        var end = rest[body..].IndexOf("-----END ");
        if (end < 0) end = rest[body..].IndexOf("---- END ");
        var next = rest[body..].IndexOf("-----BEGIN ");
        if (end >= 0 && (next < 0 || end < next))
        {
            var tail = rest[(body + end + 9)..];
            var close = tail[..Math.Min(tail.Length, MaxLabelChars)].IndexOf("----");
            var stop = close < 0 ? at + body + end : at + body + end + 9 + close;
            while (stop < text.Length && text[stop] == '-') stop++;
            found = new Found(at, stop, DetectorTable.PrivateKey);
            return true;
        }

        var bodyEnd = ReadBody(rest, body);
        if (bodyEnd < 0) return false;
        found = new Found(at, at + bodyEnd, DetectorTable.PrivateKey);
        return true;
    }

    /// <summary>The end of the base64 lines that go on behind this place: one text, wrapped.</summary>
    public static int EndOfLines(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..Math.Min(text.Length, at + MaxBlockChars)];
        return rest.IsEmpty || rest[0] is not ('\n' or '\r' or '\\') ? at : at + Math.Max(0, ReadBody(rest, 0));
    }

    /// <summary>The end of base64 lines without an END line, or -1 where there are none.</summary>
    private static int ReadBody(ReadOnlySpan<char> text, int at)
    {
        var end = -1;
        var i = at;
        while (i < text.Length)
        {
            while (i < text.Length && (text[i] <= ' ' || text[i] is '\\' or '|' or '+' or '"' or '\'' or ',' or '>')) i += text[i] == '\\' && i + 1 < text.Length && text[i + 1] is 'n' or 'r' or 't' ? 2 : 1;
            var start = i;
            while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '+' or '/' or '=' or '*' or '…')) i++;
            var length = i - start;
            if (length >= MinBodyChars || (length > 0 && end >= 0 && text[i - 1] == '=')) end = i;
            else if (length > 0 && i < text.Length && (text[i] is ':' or '-') && i - start < 24) i = ValueReader.EndOfLine(text, i);
            else if (length > 0 && end >= 0 && i >= text.Length) return i;
            else break;
            if (i == start) break;
        }

        return end;
    }
}
