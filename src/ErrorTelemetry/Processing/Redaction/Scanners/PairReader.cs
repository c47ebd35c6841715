namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>What joins a quoted name to its value where no sign stands between them: a list of pairs, a second attribute or member, the part of a form.</summary>
internal static class PairReader
{
    private const int MaxGapChars = 80;
    private const int MaxCommentChars = 120;
    private const int MaxComments = 4;
    private const int MaxKeyChars = 8;
    private const int MaxBodyChars = 320;
    private const int MaxValueChars = 512;

    /// <summary><c>"name", "value"</c>; <c>name="password" value="…"</c>; <c>"name":"password","value":"…"</c>; a form part's blank line.</summary>
    public static NameOperator Read(ReadOnlySpan<char> text, int nameStart, int at, out int valueStart)
    {
        valueStart = at;
        var i = at;
        if (text[i] == '{') return ReadDefault(text, i, out valueStart);
        if (text[i] == ';' && SerializedStart(text, i + 1) is > 0 and var serialized)
        {
            valueStart = serialized;
            return NameOperator.Assign;
        }

        if (text[i] is ',' or ';') i = SkipGap(text, i + 1);
        else if (text[i] == '/' && i + 1 < text.Length && text[i + 1] == '>') i = SkipTag(text, i + 2);
        else if (i >= 2 && text[i - 1] == '\n' && text.Slice(0, i).EndsWith("\n\r\n") | text.Slice(0, i).EndsWith("\n\n"))
        {
            return NameOperator.Assign;
        }
        else if (text[i] == '\\' && EscapedPartStart(text, i) is > 0 and var part)
        {
            valueStart = part;
            return NameOperator.Assign;
        }
        else i = SkipGap(text, i);

        if (i >= text.Length) return NameOperator.None;
        if (IsValueWord(text, i, out valueStart)) return NameOperator.Assign;
        if (text[at] == ',' && KeyStart(text, nameStart) >= 0 && MemberReader.TryFindValue(text, i, out valueStart)) return NameOperator.Assign;
        var open = OperatorReader.SkipQuote(text, i);

        // setHeader("Authorization", "…"): only a quoted value, and only behind a bracket or a comma before the name.
        if (open == i || text[at] != ',' || IsNextName(text, open)) return NameOperator.None;
        valueStart = i;
        return IsDefined(text, nameStart) ? NameOperator.Assign : NameOperator.Blank;
    }

    /// <summary><c>define('DB_PASSWORD', '…')</c>: a constant and what it is.</summary>
    private static bool IsDefined(ReadOnlySpan<char> text, int nameStart) => text[Math.Max(0, nameStart - MaxKeyChars - 4)..Math.Max(0, nameStart - 1)].TrimEnd(" \\").EndsWith("define(");

    /// <summary>Behind the blank line below a form part's head that is written with escapes (<c>\r\n\r\n</c>), or -1.</summary>
    private static int EscapedPartStart(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        var lines = 0;
        while (i + 1 < text.Length && text[i] == '\\' && text[i + 1] is 'r' or 'n')
        {
            if (text[i + 1] == 'n') lines++;
            i += 2;
        }

        return lines >= 2 ? i : -1;
    }

    /// <summary>The quote of <c>s:10:"…"</c>, as PHP serialises texts, or -1.</summary>
    private static int SerializedStart(ReadOnlySpan<char> text, int at)
    {
        if (!text[at..].StartsWith("s:")) return -1;
        var i = at + 2;
        while (i < text.Length && i < at + 8 && char.IsAsciiDigit(text[i])) i++;
        return i > at + 2 && i + 1 < text.Length && text[i] == ':' && OperatorReader.SkipQuote(text, i + 1) > i + 1 ? i + 1 : -1;
    }

    /// <summary>The value of a name without quotes that is itself the value of a key: <c>- name: DB_PASSWORD</c>, and on the next line <c>value: …</c>.</summary>
    public static bool TryNextMember(ReadOnlySpan<char> text, int nameStart, int nameEnd, out int valueStart)
    {
        valueStart = nameEnd;
        var i = nameEnd < text.Length && text[nameEnd] == ',' ? nameEnd + 1 : nameEnd;
        return KeyStart(text, nameStart) >= 0 && IsValueWord(text, SkipGap(text, i), out valueStart);
    }

    /// <summary>The value that stands before its name: <c>value: "…", name: "DB_PASSWORD"</c>.</summary>
    public static bool TryValueBefore(ReadOnlySpan<char> text, int nameStart, out ValueSpan span)
    {
        span = default;
        var key = KeyStart(text, nameStart);
        if (key < 0) return false;
        var from = Math.Max(0, key - MaxValueChars);
        var word = text[from..key].LastIndexOf("value", StringComparison.OrdinalIgnoreCase);
        if (word < 0 || !IsValueWord(text, from + word, out var valueStart)) return false;
        span = ValueReader.Read(text, valueStart, NameOperator.Assign);
        if (span.Length == 0 || span.End >= key) return false;
        var end = span.Quoted ? OperatorReader.SkipQuote(text, span.End) : span.End;
        if (end < key && text[end] == ',') end++;
        var value = text[span.Start..span.End];
        return SkipGap(text, end) == key && ValueJudge.MayBeValue(value) && !ValueJudge.IsPlaceholder(value);
    }

    /// <summary>Where <c>name: "</c> or <c>"Key": "</c> before this place starts, its quote with it, or -1.</summary>
    private static int KeyStart(ReadOnlySpan<char> text, int nameStart)
    {
        var i = SkipBack(text, nameStart);
        if (i == 0 || text[i - 1] is not (':' or '=')) return -1;
        i = SkipBack(text, i - 1);
        var end = i;
        while (i > 0 && end - i < MaxKeyChars && char.IsAsciiLetter(text[i - 1])) i--;
        if (!text[i..end].Equals("name", StringComparison.OrdinalIgnoreCase) && !text[i..end].Equals("key", StringComparison.OrdinalIgnoreCase)) return -1;
        while (i > 0 && text[i - 1] is '"' or '\'' or '\\' && !(text[i - 1] == '\\' && text[i] == 'n')) i--;
        return i;
    }

    private static int SkipBack(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i > 0 && at - i < MaxGapChars && text[i - 1] is ' ' or '\t' or '"' or '\'' or '\\') i--;
        return i;
    }

    /// <summary>Whether <c>value:</c> or <c>"value" =</c> starts here.</summary>
    public static bool IsValueWord(ReadOnlySpan<char> text, int at, out int valueStart)
    {
        valueStart = at;
        if (at >= text.Length) return false;
        var open = OperatorReader.SkipQuote(text, at);
        foreach (var word in PairWords)
        {
            if (!text[open..].StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            var sign = OperatorReader.SkipBlanks(text, OperatorReader.SkipQuote(text, open + word.Length), lines: true);
            if (sign >= text.Length || text[sign] is not ('=' or ':')) continue;
            valueStart = OperatorReader.SkipBlanks(text, sign + 1, lines: true);
            return true;
        }

        return false;
    }

    /// <summary><c>variable "api_token" { default = "…" }</c>: a declared variable and what it is where nobody sets it.</summary>
    private static NameOperator ReadDefault(ReadOnlySpan<char> text, int brace, out int valueStart)
    {
        valueStart = brace;
        var body = text[brace..Math.Min(text.Length, brace + MaxBodyChars)];
        var word = body.IndexOf("default");
        var close = body.IndexOf('}');
        if (word < 0 || (close >= 0 && close < word)) return NameOperator.None;
        var sign = OperatorReader.SkipBlanks(text, brace + word + "default".Length, lines: false);
        if (sign >= text.Length || text[sign] != '=') return NameOperator.None;
        valueStart = OperatorReader.SkipBlanks(text, sign + 1, lines: false);
        return NameOperator.Assign;
    }

    /// <summary>Over blanks, line ends, escaped or not, and comments on lines of their own.</summary>
    private static int SkipGap(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        for (var comments = 0; ; comments++)
        {
            while (i < text.Length && i - at < MaxGapChars + (comments * MaxCommentChars))
            {
                var slashes = i;
                while (slashes < text.Length && slashes - i < 4 && text[slashes] == '\\') slashes++;
                if (slashes > i && slashes < text.Length && text[slashes] is 'n' or 'r' or 't') i = slashes + 1;
                else if (text[i] is ' ' or '\t' or '\n' or '\r') i++;
                else break;
            }

            if (i >= text.Length || comments == MaxComments || !(text[i] == '#' || text[i..].StartsWith("//"))) return i;
            var line = ValueReader.EndOfLine(text, i);
            if (line - i > MaxCommentChars) return i;
            i = line;
        }
    }

    /// <summary>Behind the opening sign of the next element.</summary>
    private static int SkipTag(ReadOnlySpan<char> text, int at)
    {
        var i = OperatorReader.SkipBlanks(text, at, lines: true);
        return i < text.Length && text[i] == '<' ? i + 1 : i;
    }

    /// <summary>Whether what stands in quotes here is the next pair's name: <c>"bearer", "expires_in": 3600</c>.</summary>
    private static bool IsNextName(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..Math.Min(text.Length, at + 256)];
        var close = rest.IndexOfAny('"', '\'', '`');
        if (close < 0) return false;
        var sign = OperatorReader.SkipBlanks(text, at + close + 1, lines: true);
        return sign < text.Length && text[sign] is ':' or '=';
    }

    private static readonly string[] PairWords = ["value", "val", "content", "v", "parametervalue", "optionvalue", "propertyvalue", "attributevalue"];
}
