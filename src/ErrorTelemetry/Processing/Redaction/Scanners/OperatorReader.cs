namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Finds what joins a name to its value, over quotes and escapes: <c>"name": </c>, <c>\"name\":</c>, <c>name =&gt; </c>, <c>key="name" value=</c>, <c>%22name%22%3A</c>.</summary>
internal static class OperatorReader
{
    private const int MaxBlanks = 12;

    /// <param name="text">The text.</param>
    /// <param name="nameStart">Where the whole identifier starts.</param>
    /// <param name="nameEnd">Behind the whole identifier.</param>
    /// <param name="valueStart">Where the value, or its opening quote, starts.</param>
    public static NameOperator Read(ReadOnlySpan<char> text, int nameStart, int nameEnd, out int valueStart)
    {
        var i = nameEnd;
        valueStart = i;
        if (i >= text.Length) return NameOperator.None;

        var before = nameStart > 0 ? text[nameStart - 1] : '\0';
        if (before == '<' || (before == ':' && ElementReader.IsElementPrefix(text, nameStart - 1)))
        {
            var close = ElementReader.SkipAttributes(text, i);
            if (close >= 0 && ElementReader.IsClosed(text, close))
            {
                valueStart = close;
                return NameOperator.Element;
            }
        }

        if (before == '>' && text[i] == '<') return ElementReader.ReadPair(text, i, out valueStart);
        i = SkipIndex(text, i);
        if (text[i] == '(' && i + 1 < text.Length && SkipQuote(text, i + 1) > i + 1) return CallReader.Read(text, nameStart, i, out valueStart);

        if (text[i] is '-' or '_' && IsKeyAt(text, i + 1))
        {
            valueStart = i + 1;
            return NameOperator.Blank;
        }

        if (text[i] is ',' or '\n' or '\r' or '\\' && PairReader.TryNextMember(text, nameStart, i, out valueStart)) return NameOperator.Assign;
        if (text[i] == ',') return CallReader.ReadComma(text, nameStart, i, out valueStart);

        if (text[i] == ')' && text[i..].StartsWith(")=(") && before == '(')
        {
            valueStart = i + 3; // Key (api_token)=(…) already exists
            return NameOperator.Assign;
        }

        var quoteEnd = SkipQuote(text, i);
        var quoted = quoteEnd > i;
        i = quoteEnd;
        while (i < text.Length && text[i] is ']' or ')' && i < quoteEnd + 2) i++;
        if (i > quoteEnd && text[i - 1] == ')' && !quoted) return NameOperator.None;
        var bracketed = i > quoteEnd && !quoted && before != '[';
        var afterBlanks = SkipBlanks(text, i, quoted);
        if (afterBlanks >= text.Length) return NameOperator.None;

        var sign = ReadSign(text, afterBlanks, quoted && text[quoteEnd - 1] != '`', out var signEnd); // `name`: in prose
        if (sign != NameOperator.None)
        {
            valueStart = SkipBlanks(text, signEnd, quoted);
            if (valueStart < text.Length && text[valueStart] is '\n' or '\r' && SkipBlanks(text, valueStart, lines: true) is var below && SkipQuote(text, below) > below) valueStart = below; // the value stands on the next line
            if (sign == NameOperator.Colon && ReadBlock(text, valueStart) is > 0 and var block)
            {
                valueStart = block;
                return NameOperator.Block;
            }

            if (sign == NameOperator.Colon && ListReader.FirstItem(text, valueStart) is > 0 and var item)
            {
                valueStart = item;
                return NameOperator.Blank;
            }

            if (sign == NameOperator.Colon && SkipType(text, valueStart) is > 0 and var typed) return Assigned(text, typed, out valueStart);
            return sign;
        }

        if (quoted && text[afterBlanks] == '>' && ElementReader.IsNamed(text, nameStart))
        {
            valueStart = afterBlanks + 1;
            return NameOperator.Element;
        }

        if (quoted)
        {
            var pair = PairReader.Read(text, nameStart, afterBlanks, out valueStart);
            return pair == NameOperator.Blank && before == '-' ? NameOperator.Flag : pair; // ["--password", "…"]
        }

        if (afterBlanks == i || bracketed) return NameOperator.None;
        if (text[afterBlanks] is '\n' or '\r') return NameOperator.None;
        if (StatementWords.TryRead(text, afterBlanks, out valueStart)) return NameOperator.Assign;

        if (SkipType(text, afterBlanks) is > 0 and var declared) return Assigned(text, declared, out valueStart);
        valueStart = afterBlanks;
        if (before is '-' or '/' && (nameStart < 2 || text[nameStart - 2] is ' ' or '-' or '"' or '\'' or '\n' or '\t' or '[')) return NameOperator.Flag;
        if (ReadNumbered(text, afterBlanks) is > 0 and var numbered)
        {
            valueStart = numbered;
            return NameOperator.Colon;
        }

        valueStart = SkipLinkWord(text, afterBlanks);
        return NameOperator.Blank;
    }

    /// <summary>Whether a run of letters and digits starts here that can only be a key: <c>acme-secret-9b1c…</c>.</summary>
    public static bool IsKeyAt(ReadOnlySpan<char> text, int at)
    {
        const int MinKeyChars = 20;
        if (at + MinKeyChars > text.Length || text.Slice(at, MinKeyChars).ContainsAnyExcept(KeyChars)) return false;
        var end = at + MinKeyChars;
        while (end < text.Length && KeyChars.Contains(text[end])) end++;
        return Randomness.LooksKey(text[at..end], MinKeyChars);
    }

    private static readonly System.Buffers.SearchValues<char> KeyChars = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>The first indented line behind <c>|</c> or <c>&gt;</c> at a line's end, or -1.</summary>
    private static int ReadBlock(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] is not ('|' or '>')) return -1;
        var i = at + 1;
        while (i < text.Length && i < at + 3 && text[i] is '+' or '-' or (>= '1' and <= '9')) i++;
        i = SkipBlanks(text, i, lines: false);
        if (i + 3 < text.Length && text[i] == '\\' && text[i + 1] == 'n' && (text[i + 2] is ' ' || text[(i + 2)..].StartsWith("\\t"))) return SkipEscapedBlanks(text, i + 2);
        if (i < text.Length && text[i] == '\r') i++;
        return i + 1 < text.Length && text[i] == '\n' && text[i + 1] is ' ' or '\t' ? SkipBlanks(text, i + 1, lines: false) : -1;
    }

    private static int SkipEscapedBlanks(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i + 1 < text.Length && i < at + MaxBlanks * 2 && (text[i] == ' ' || (text[i] == '\\' && text[i + 1] == 't'))) i += text[i] == ' ' ? 1 : 2;
        return i;
    }

    /// <summary>Behind the colon of <c>Unseal Key 2: …</c>, or -1.</summary>
    private static int ReadNumbered(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i < text.Length && i < at + 2 && char.IsAsciiDigit(text[i])) i++;
        return i > at && i + 1 < text.Length && text[i] == ':' && text[i + 1] == ' ' ? i + 2 : -1;
    }

    /// <summary>Behind the closing or opening quote that starts here, escaped or not; the same place where there is none.</summary>
    public static int SkipQuote(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i < text.Length && i < at + 8 && text[i] == '\\') i++;
        if (i < text.Length && text[i] is '"' or '\'' or '`') return i + 1;
        var rest = text[at..];
        if (rest.StartsWith("&quot;") || rest.StartsWith("\\u0022")) return at + 6;
        if (rest.StartsWith("&#34;") || rest.StartsWith("&#39;")) return at + 5;
        return rest.StartsWith("%22") || rest.StartsWith("%27") ? at + 3 : at;
    }

    public static int SkipBlanks(ReadOnlySpan<char> text, int at, bool lines)
    {
        var i = at;
        while (i < text.Length && i < at + MaxBlanks && (text[i] is ' ' or '\t' or '\u00a0' || (lines && text[i] is '\n' or '\r'))) i++;
        return i;
    }

    private static NameOperator ReadSign(ReadOnlySpan<char> text, int at, bool quoted, out int end)
    {
        var rest = text[at..];
        end = at;
        if (rest.StartsWith("==") || rest.StartsWith("!=")) return ReadComparison(text, at, out end);
        if (rest.StartsWith("=~")) return NameOperator.None;
        if (rest.Length > 2 && rest.StartsWith("->") && char.IsAsciiLetter(rest[2]) && at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])) return NameOperator.None; // session->state: a member
        foreach (var sign in AssignSigns)
        {
            if (!rest.StartsWith(sign, StringComparison.OrdinalIgnoreCase)) continue;
            end = at + sign.Length;
            return NameOperator.Assign;
        }

        if (rest[0] is not (':' or '：' or '＝') || rest.StartsWith("://") || rest.StartsWith("::")) return NameOperator.None;
        end = at + 1;
        return quoted ? NameOperator.Assign : NameOperator.Colon;
    }

    private static readonly string[] AssignSigns = [":::=", "::=", ":=", "??=", "?=", "+=", ".=", "||=", "||:", "=>", "=&gt;", "=", "->", "%3D", "%3A", "\\u003d", "\\u003D", "&#61;"];

    /// <summary>A comparison with a quoted text tells the text; with anything else it is code.</summary>
    private static NameOperator ReadComparison(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at + 1;
        while (end < text.Length && text[end] == '=') end++;
        var value = SkipBlanks(text, end, lines: false);
        return SkipQuote(text, value) > value ? NameOperator.Assign : NameOperator.None;
    }

    /// <summary>Behind <c>[]</c> or <c>[25]</c> of a declared array, or <c>['key']</c>'s own closing bracket.</summary>
    private static int SkipIndex(ReadOnlySpan<char> text, int at)
    {
        if (text[at] == '%' && text[at..].StartsWith("%5")) return SkipEncodedIndex(text, at);
        if (text[at] != '[') return at;
        var i = at + 1;
        while (i < text.Length && i < at + 6 && char.IsAsciiDigit(text[i])) i++;
        return i < text.Length - 1 && text[i] == ']' ? i + 1 : at;
    }

    /// <summary>Behind <c>%5B%5D</c>, or the bracket that closes <c>user%5Bpassword%5D</c>.</summary>
    private static int SkipEncodedIndex(ReadOnlySpan<char> text, int at)
    {
        var i = text[at..].StartsWith("%5D%5B%5D", StringComparison.OrdinalIgnoreCase) ? at + 9 : text[at..].StartsWith("%5B%5D", StringComparison.OrdinalIgnoreCase) ? at + 6 : text[at..].StartsWith("%5D", StringComparison.OrdinalIgnoreCase) ? at + 3 : at;
        return i < text.Length && text[i] == '=' ? i : at;
    }

    /// <summary>The equals sign behind a declared type (<c>token: string = …</c>, <c>var token string = …</c>), or -1.</summary>
    private static int SkipType(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        var limit = Math.Min(text.Length, at + 24);
        while (i < limit && (char.IsAsciiLetter(text[i]) || text[i] is '<' or '>' or '[' or ']' or '?' or '*')) i++;
        if (i == at) return -1;
        var sign = SkipBlanks(text, i, lines: false);
        return sign > i && sign + 1 < text.Length && text[sign] == '=' && text[sign + 1] is ' ' or '"' or '\'' or '`' ? sign : -1;
    }

    private static NameOperator Assigned(ReadOnlySpan<char> text, int sign, out int valueStart)
    {
        valueStart = SkipBlanks(text, sign + 1, lines: false);
        return NameOperator.Assign;
    }

    private static int SkipLinkWord(ReadOnlySpan<char> text, int at)
    {
        foreach (var word in LinkWords)
        {
            if (text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase)) return SkipBlanks(text, at + word.Length, lines: false);
        }

        return at;
    }

    private static readonly string[] LinkWords = ["is set to ", "is: ", "is ", "was: ", "was ", "to ", "of ", "value: ", "value ", "used: ", "given: ", "provided: ", "- ", "– ", "by ", "as "];
}
