namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Names and values in the elements of XML and HTML.</summary>
internal static class ElementReader
{
    private const int MaxTagChars = 48;

    /// <summary><c>&lt;key&gt;name&lt;/key&gt;&lt;string&gt;value</c>, as property lists and configuration files write pairs.</summary>
    public static NameOperator ReadPair(ReadOnlySpan<char> text, int at, out int valueStart)
    {
        valueStart = at;
        if (at + 1 >= text.Length || text[at + 1] != '/') return NameOperator.None;
        var close = text[at..Math.Min(text.Length, at + 32)].IndexOf('>');
        if (close < 0) return NameOperator.None;
        var next = OperatorReader.SkipBlanks(text, at + close + 1, lines: true);
        foreach (var tag in ValueTags)
        {
            if (next >= text.Length || !text[next..].StartsWith(tag, StringComparison.OrdinalIgnoreCase)) continue;
            valueStart = next + tag.Length;
            return NameOperator.Element;
        }

        return NameOperator.None;
    }

    private static readonly string[] ValueTags = ["<string>", "<value>", "<val>", "<data>", "<stringvalue>"];

    /// <summary>Whether the quoted name is the one of a setting whose value is the element's text: <c>&lt;string name="api_key"&gt;…&lt;/string&gt;</c>. Labels and inputs of a page have names, too.</summary>
    public static bool IsNamed(ReadOnlySpan<char> text, int nameStart)
    {
        var before = text[Math.Max(0, nameStart - MaxTagChars)..(nameStart - 1)];
        var start = before.LastIndexOf('<');
        if (start < 0) return false;
        var tag = before[start..].TrimEnd('\\');
        if (!tag.EndsWith("name=", StringComparison.OrdinalIgnoreCase) && !tag.EndsWith("key=", StringComparison.OrdinalIgnoreCase)) return false;
        foreach (var known in NamedTags)
        {
            if (tag.StartsWith(known, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static readonly string[] NamedTags = ["<string ", "<property ", "<entry ", "<prop ", "<param ", "<constant ", "<setting ", "<item ", "<Data ", "<env ", "<const ", "<parameter ", "<field "];

    public static bool IsElementPrefix(ReadOnlySpan<char> text, int colon)
    {
        var i = colon - 1;
        while (i > 0 && i > colon - 24 && char.IsAsciiLetterOrDigit(text[i])) i--;
        return i >= 0 && i < colon - 1 && text[i] == '<';
    }

    public static bool IsClosed(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..Math.Min(text.Length, at + 4096)];
        var next = rest.IndexOf('<');
        return next >= 0 && next + 1 < rest.Length && rest[next + 1] is '/' or '!';
    }

    /// <summary>Behind the <c>&gt;</c> of an element that is not closed at once, or -1.</summary>
    public static int SkipAttributes(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + 256);
        if (at >= text.Length || text[at] is not ('>' or ' ' or '\t')) return -1;
        for (var i = at; i < limit; i++)
        {
            if (text[i] == '>') return text[i - 1] == '/' ? -1 : i + 1;
            if (text[i] is '<' or '\n') return -1;
        }

        return -1;
    }
}
