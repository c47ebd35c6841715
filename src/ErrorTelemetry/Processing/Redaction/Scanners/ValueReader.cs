namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Finds where a value ends: at its own closing quote, at the end of its element, or where form, connection string or prose goes on.</summary>
internal static class ValueReader
{
    /// <summary>Longest quoted text without a line end that is looked through for its closing quote.</summary>
    private const int MaxQuoted = 16 * 1024;

    private const int MaxBare = 16 * 1024;

    public static ValueSpan Read(ReadOnlySpan<char> text, int at, NameOperator op)
    {
        if (op == NameOperator.Element)
        {
            var close = text[at..Math.Min(text.Length, at + MaxQuoted)].IndexOf('<');
            var end = close < 0 ? EndOfLine(text, at) : at + close;
            return Trim(text, at, end);
        }

        if (op == NameOperator.Block) return Trim(text, at, EndOfBlock(text, at));
        var prefix = SkipStringPrefix(text, at);
        var open = OperatorReader.SkipQuote(text, prefix);
        if (open > prefix && !(open - prefix == 1 && text[prefix] == '\\')) return ReadQuoted(text, prefix, open);
        var stop = EndOfBare(text, at, op);
        return new ValueSpan(at, stop, Quoted: false, WordsFollow(text, stop));
    }

    /// <summary>Over the further groups of a number that is written with blanks: <c>AA 12 34 56 B</c>, <c>401 023 2137</c>.</summary>
    public static ValueSpan OverGroups(ReadOnlySpan<char> text, in ValueSpan span)
    {
        const int MaxGroupChars = 8;
        const int MaxGroups = 8;
        var end = span.End;
        if (span.Length > MaxGroupChars || text[span.Start..end].ContainsAnyExcept(GroupChars)) return span;
        for (var groups = 0; groups < MaxGroups && end + 1 < text.Length && text[end] == ' '; groups++)
        {
            var i = end + 1;
            while (i < text.Length && i - end <= MaxGroupChars && GroupChars.Contains(text[i])) i++;
            if (i == end + 1 || (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '_'))) break;
            if (i - end > 2 && !text[(end + 1)..i].ContainsAnyInRange('0', '9')) break;
            end = i;
        }

        return end == span.End ? span : new ValueSpan(span.Start, end, Quoted: false, WordsFollow(text, end));
    }

    private static readonly System.Buffers.SearchValues<char> GroupChars = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>A header's value: the rest of the line, or up to the quote that closes the whole header.</summary>
    public static ValueSpan ReadHeader(ReadOnlySpan<char> text, int at, char quoteAround)
    {
        var end = EndOfLine(text, at);
        if (quoteAround != '\0')
        {
            var close = text[at..end].IndexOf(quoteAround);
            if (close >= 0) end = at + close;
        }

        return Trim(text, at, end);
    }

    /// <summary>The end of the line, or of the text; an escaped line end inside a quoted text counts.</summary>
    public static int EndOfLine(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + MaxBare);
        for (var i = at; i < limit; i++)
        {
            if (text[i] is '\n' or '\r' || (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is 'n' or 'r')) return i;
        }

        return limit;
    }

    /// <summary>The end of the indented lines.</summary>
    private static int EndOfBlock(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + MaxQuoted);
        var before = text[Math.Max(0, at - 24)..at].TrimEnd(' ');
        var escaped = before.EndsWith("\\n") || before.EndsWith("\\t");
        for (var i = at; i < limit; i++)
        {
            if (escaped && (text[i] == '"' || (text[i] == '\\' && i + 2 < limit && text[i + 1] is 'n' or 'r' && !(text[i + 2] == ' ' || text[(i + 2)..].StartsWith("\\t"))))) return i;
            if (text[i] == '\n' && (i + 1 >= limit || text[i + 1] is not (' ' or '\t'))) return i;
        }

        return limit;
    }

    private static ValueSpan ReadQuoted(ReadOnlySpan<char> text, int quoteStart, int open)
    {
        var quote = text[quoteStart..open];
        var limit = Math.Min(text.Length, open + MaxQuoted);
        if (quote.Length == 1)
        {
            for (var i = open; i < limit; i++)
            {
                if (text[i] == '\\') i++;
                else if (text[i] == quote[0] && !(quote[0] == '\'' && i > open && i + 1 < text.Length && char.IsAsciiLetter(text[i - 1]) && char.IsAsciiLetter(text[i + 1]))) return new ValueSpan(open, i, Quoted: true, WordsFollow: false);
            }
        }
        else
        {
            var close = text[open..limit].IndexOf(quote);
            if (close >= 0) return new ValueSpan(open, open + close, Quoted: true, WordsFollow: false);
        }

        // Cut short: the rest of the line is the value; an escaped line end is inside it.
        var line = text[open..limit].IndexOfAny('\n', '\r');
        return new ValueSpan(open, line < 0 ? limit : open + line, Quoted: true, WordsFollow: false);
    }

    private static int EndOfBare(ReadOnlySpan<char> text, int at, NameOperator op)
    {
        var limit = Math.Min(text.Length, at + MaxBare);
        var i = at;
        for (; i < limit; i++)
        {
            var c = text[i];
            if (c <= ' ' || c is '"' or '`' or ';' or '\u00a0') break;
            if (c is '<' or '>' && ((c == '<' && op != NameOperator.Assign) || i + 1 >= limit || text[i + 1] <= ' ' || text[i + 1] is '<' or '/' or '"' or '\'')) break;
            if (c == '[' && Redacted.LengthAt(text, i) is > 0 and var length)
            {
                i += length - 1;
                continue;
            }

            if (c == '\\' && i + 1 < limit && text[i + 1] is 'n' or 'r' or 't' or '"' or '\\' or '\'') break;
            if (c == '\\' && text[i..].StartsWith("\\u00")) break;
            if (c == '\'' && (i + 1 >= limit || !char.IsAsciiLetterOrDigit(text[i + 1]))) break;
            if (c == '%' && i > at && (text[i..].StartsWith("%26") || text[i..].StartsWith("%22") || text[i..].StartsWith("%20") || text[i..].StartsWith("%0A") || text[i..].StartsWith("%0D"))) break;
            if (c is ',' or '&' or '|' && (op != NameOperator.Assign || StartsPairOrEnds(text, i + 1))) break;
            if (c is ')' or ']' or '}' && (i + 1 >= limit || !char.IsAsciiLetterOrDigit(text[i + 1]))) break;
        }

        // A sentence's end is not the value's.
        while (i > at && text[i - 1] is '.' or ',' or ':' && op is not NameOperator.Assign) i--;
        if (op == NameOperator.Assign && i > at && char.IsAsciiDigit(text[i - 1]) && WithoutPlace(text, at, i) is var placed && placed < i) return placed;
        if (op == NameOperator.Assign && i < limit && text[i] == ' ' && IsInConnectionString(text, i)) return ConnectionStringEnd(text, i);
        return i;
    }

    /// <summary>In <c>app.js?token=…:12:5</c> of a stack, line and column stand behind the query and are no part of its last value.</summary>
    private static int WithoutPlace(ReadOnlySpan<char> text, int at, int end)
    {
        var start = end;
        for (var numbers = 0; numbers < 2; numbers++)
        {
            var colon = start;
            while (colon > at && char.IsAsciiDigit(text[colon - 1])) colon--;
            if (colon == start || colon <= at + 1 || text[colon - 1] != ':') return end;
            start = colon - 1;
        }

        var name = at - 1;
        while (name > 0 && name > at - 64 && (char.IsAsciiLetterOrDigit(text[name]) || text[name] is '=' or '-' or '_' or '.')) name--;
        return text[Math.Max(name, 0)] is '?' or '&' ? start : end;
    }

    /// <summary>Whether the list goes on behind a separator (<c>name=</c>) or the text ends; else the separator belongs to the value.</summary>
    private static bool StartsPairOrEnds(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        if (i >= text.Length || text[i] <= ' ' || text[i] is '"' or '\'' or ',' or '&' or '}' or '{' or '[' or '\\' or '|' or ')' or ']') return true;
        return StartsPair(text, at);
    }

    private static bool StartsPair(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        var limit = Math.Min(text.Length, at + 40);
        while (i < limit && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '_' or '-' or '.' or '[' or ']' or '%' or ' ' or ';')) i++;
        return i < limit && text[i] is '=' or ':';
    }

    /// <summary>Whether behind blanks and words comes <c>;name=</c>, so that the blanks belong to the value.</summary>
    private static bool IsInConnectionString(ReadOnlySpan<char> text, int at)
    {
        var end = ConnectionStringEnd(text, at);
        return end + 2 < text.Length && text[end] == ';' && StartsPair(text, end + 1) && text[at..end].IndexOfAny('=', '(', '{') < 0;
    }

    private static int ConnectionStringEnd(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + 128);
        var i = at;
        while (i < limit && text[i] is not (';' or '"' or '\'' or '\n' or '\r' or ',')) i++;
        return i;
    }

    private static bool WordsFollow(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i < text.Length && text[i] is ' ' or '\t') i++;
        return i > at && i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '(' or '\'' or '"' or '<' or '`');
    }

    /// <summary><c>@"…"</c>, <c>$"…"</c>, <c>b'…'</c>, <c>new String("…</c>: what languages write before a quote.</summary>
    private static int SkipStringPrefix(ReadOnlySpan<char> text, int at)
    {
        if (text[at..].StartsWith("string(")) return SkipLength(text, at + 7);
        if (HashCalls.QuoteAt(text, at) is > 0 and var argument) return argument;
        var i = at;
        while (i < text.Length && i < at + 2 && text[i] is '@' or '$' or 'b' or 'r' or 'u' or 'f' or 'N' or '(' or '[') i++;
        return i > at && i < text.Length && (text[i] is '"' or '\'' or '`' || (text[i] == '\\' && OperatorReader.SkipQuote(text, i) > i)) ? i : at;
    }

    /// <summary>The quote behind <c>string(10) "…"</c>, as PHP dumps values; the beginning where there is none.</summary>
    private static int SkipLength(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i < text.Length && i < at + 6 && char.IsAsciiDigit(text[i])) i++;
        return i > at && i + 2 < text.Length && text[i] == ')' && text[i + 1] == ' ' && OperatorReader.SkipQuote(text, i + 2) > i + 2 ? i + 2 : at - 7;
    }

    /// <summary>Whether the next field of a struct follows a value: <c>Password:… Age:3</c>, as Go writes them.</summary>
    public static bool FieldFollows(ReadOnlySpan<char> text, int at)
    {
        const int MaxFieldChars = 40;
        var i = at + 1;
        while (i < text.Length && i - at < MaxFieldChars && char.IsAsciiLetterOrDigit(text[i])) i++;
        return i > at + 1 && i + 1 < text.Length && text[at] == ' ' && text[i] == ':' && text[i + 1] > ' ' && char.IsAsciiLetterUpper(text[at + 1]);
    }

    private static ValueSpan Trim(ReadOnlySpan<char> text, int start, int end)
    {
        while (start < end && text[start] <= ' ') start++;
        while (end > start && text[end - 1] <= ' ') end--;
        return new ValueSpan(start, end, Quoted: true, WordsFollow: false);
    }
}
