namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>What stands behind a sensitive name and only speaks of it: the text of a help page, the next pair, a word of a list, a version, the path of a file.</summary>
internal static class ProseShapes
{
    private const int MinNumberDigits = 5;
    private const int MaxVersionChars = 40;
    private const int MaxLastPartDigits = 3;
    private const int MaxEnumDigits = 4;

    /// <param name="text">The text.</param>
    /// <param name="nameStart">Where the whole identifier starts.</param>
    /// <param name="nameEnd">Behind the whole identifier.</param>
    /// <param name="valueAt">Where the value, or its opening quote, starts.</param>
    /// <param name="span">The value.</param>
    /// <param name="op">What joins both.</param>
    /// <param name="detector">What the name stands for.</param>
    public static bool IsProse(ReadOnlySpan<char> text, int nameStart, int nameEnd, int valueAt, in ValueSpan span, NameOperator op, Detector detector)
    {
        if (span.Length == 0) return false;
        var value = text[span.Start..span.End];
        var behind = text[span.End..];
        if (op is NameOperator.Colon or NameOperator.Blank && IsLabel(text, nameStart, nameEnd, valueAt)) return true;
        if (IsFileOrVersion(value, detector)) return true;
        if (op == NameOperator.Element) return IsDescription(value);
        if (span.Quoted) return op == NameOperator.Blank && (IsReference(text, span, value) || IsListed(text, nameStart, nameEnd, span, value));

        var hasDigit = value.ContainsAnyInRange('0', '9');
        if (!hasDigit && nameStart > 0 && text[nameStart - 1] == '-' && IsHelp(text, nameEnd, valueAt, behind, op)) return true;
        if (value.Length == 1 && char.IsLetter(value[0]) && span.Start > 0 && text[span.Start - 1] == ' ') return true;
        if (value[0] == '[' && behind.StartsWith("]") && IsWords(value[1..])) return true;
        if (IsTemplate(value, behind)) return true;
        if (op == NameOperator.Assign && !hasDigit && IsQuotedInSentence(text, nameStart, valueAt) && !value.TrimEnd(".,").ContainsAnyExcept(WordChars)) return true;
        if (op == NameOperator.Assign) return false;
        if (IsWideScript(value) && (!hasDigit || !value.ContainsAny(Letters))) return true;
        if (op == NameOperator.Flag) return detector.Id == "secret" && IsPair(value);
        if (op != NameOperator.Blank) return false;
        if (!hasDigit && IsElision(value)) return true;
        if (detector.Id == "national-id") return CountDigits(value) < MinNumberDigits;
        return detector.Id is not ("cookie" or "authorization") && IsPair(value);
    }

    /// <summary><c>"Password: ", next</c>, <c>"Bearer " + x</c>: the quote that opened before the name closes behind it.</summary>
    private static bool IsLabel(ReadOnlySpan<char> text, int nameStart, int nameEnd, int valueAt) =>
        nameStart > 0 && text[nameStart - 1] is '"' or '\'' or '`' && valueAt < text.Length && text[valueAt] == text[nameStart - 1] && text[nameEnd] != text[valueAt];

    /// <summary><c>--password      asks for it</c>, <c>--password=PASS      sets it</c>: the columns of a help page stand apart.</summary>
    private static bool IsHelp(ReadOnlySpan<char> text, int nameEnd, int valueAt, ReadOnlySpan<char> behind, NameOperator op)
    {
        if (op == NameOperator.Flag && valueAt > nameEnd + 1 && text[nameEnd + 1] is ' ' or '\t') return true;
        return op is NameOperator.Flag or NameOperator.Assign && behind.Length > 2 && behind[0] is ' ' or '\t' && behind[1] is ' ' or '\t';
    }

    /// <summary><c>the type is `Foo`</c>: in prose, words in back quotes are names of code.</summary>
    private static bool IsReference(ReadOnlySpan<char> text, in ValueSpan span, ReadOnlySpan<char> value) =>
        span.Start > 0 && text[span.Start - 1] == '`' && !value.ContainsAnyInRange('0', '9');

    /// <summary><c>"network", "secret", "volume"</c>: words of a list; in brackets of their own they are a name and its value.</summary>
    private static bool IsListed(ReadOnlySpan<char> text, int nameStart, int nameEnd, in ValueSpan span, ReadOnlySpan<char> value)
    {
        if (nameStart < 1 || text[nameStart - 1] is not ('"' or '\'' or '`') || !(text[nameEnd] == text[nameStart - 1] || text[nameEnd] == '\\')) return false;
        if (value.ContainsAnyExcept(WordChars) && !IsEnumMember(value)) return false;
        var isCall = nameStart > 1 && text[nameStart - 2] == '(' && span.End + 1 < text.Length && text[span.End + 1] == ')';
        return !isCall && (nameStart < 2 || text[nameStart - 2] is ' ' or ',' or '[' or '\\' or '(');
    }

    /// <summary><c>HMAC_SHA256</c>, <c>OAUTH2_CODE</c>: words of an enumeration with a few digits behind them.</summary>
    private static bool IsEnumMember(ReadOnlySpan<char> value)
    {
        if (!value.Contains('_') || !char.IsAsciiLetterUpper(value[0])) return false;
        var digits = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsAsciiDigit(value[i])) digits++;
            else if (!char.IsAsciiLetterUpper(value[i]) && value[i] != '_') return false;
            else if (i > 0 && value[i] != '_' && char.IsAsciiDigit(value[i - 1])) return false;
        }

        return digits <= MaxEnumDigits;
    }

    /// <summary><c>Cannot read file 'password': denied</c>: quotes inside a sentence, and a blank behind the colon.</summary>
    private static bool IsQuotedInSentence(ReadOnlySpan<char> text, int nameStart, int valueAt) =>
        nameStart > 2 && text[nameStart - 1] == '\'' && text[nameStart - 2] == ' ' && char.IsAsciiLetter(text[nameStart - 3]) && text[valueAt - 1] == ' ' && text[valueAt - 2] == ':';

    /// <summary><c>{0}</c>, <c>Name:{1}</c>, <c>%d:%02d</c>: the template of a message, not the message.</summary>
    private static bool IsTemplate(ReadOnlySpan<char> value, ReadOnlySpan<char> behind)
    {
        if (value[0] == '%' && value.Length > 3 && !value.ContainsAnyExcept(PrintChars) && value.ContainsAny('d', 's')) return true;
        var open = value.IndexOf('{');
        if (open < 0 || open + 1 >= value.Length || !char.IsAsciiDigit(value[open + 1])) return false;
        var i = open + 1;
        while (i < value.Length && char.IsAsciiDigit(value[i])) i++;
        return i - open < 4 && (i < value.Length ? value[i] is '}' or ':' or ',' : behind.StartsWith("}"));
    }

    /// <summary>Letters of a script that writes no blanks between words.</summary>
    private static bool IsWideScript(ReadOnlySpan<char> value) => value.ContainsAnyInRange('\u2e80', '\ud7ff');

    /// <summary><c>d'utilisateur</c>, <c>doesn't</c>.</summary>
    private static bool IsElision(ReadOnlySpan<char> value)
    {
        var sign = value.IndexOfAny('\'', '’');
        return sign > 0 && sign + 1 < value.Length && char.IsLetter(value[sign - 1]) && char.IsLetter(value[sign + 1]);
    }

    /// <summary><c>OTHER_NAME=…</c>: what follows is the next pair.</summary>
    private static bool IsPair(ReadOnlySpan<char> value)
    {
        var sign = value.IndexOf('=');
        return sign > 0 && sign + 1 < value.Length && value[sign + 1] != '=' && char.IsAsciiLetter(value[0]) && !value[..sign].ContainsAnyExcept(WordChars);
    }

    /// <summary><c>&lt;param name="token"&gt;The token to set.&lt;/param&gt;</c></summary>
    private static bool IsDescription(ReadOnlySpan<char> value) =>
        value.Length > 8 && value[^1] == '.' && value.Count(' ') >= 2 && (value.StartsWith("The ") || value.StartsWith("A ") || value.StartsWith("An "));

    private static bool IsFileOrVersion(ReadOnlySpan<char> value, Detector detector)
    {
        if (value.StartsWith("S-1-") && !value[4..].ContainsAnyExcept(NumberChars)) return true; // a Windows security identifier
        if (detector.Id == "private-key-value" && (IsPath(value) || HasKeyFileEnding(value))) return true;
        if (detector.Id is "vendor-key" or "weak-secret-name" && value[0] == '/' && IsPath(value)) return true;
        return detector != DetectorTable.Password && detector != DetectorTable.Phone && IsVersion(value, detector.Id == "national-id");
    }

    /// <summary><c>^4.0.5</c>, <c>1000.0.7</c>: packages are named after what they are for. A date has two digits first.</summary>
    private static bool IsVersion(ReadOnlySpan<char> value, bool mayBeDate)
    {
        if (value.Length > MaxVersionChars) return false;
        var version = value.TrimStart("^~>=v");
        if (mayBeDate && version.Length == value.Length && version.IndexOf('.') == 2) return false;
        var parts = 0;
        var i = 0;
        while (i < version.Length && parts < 4)
        {
            var start = i;
            while (i < version.Length && char.IsAsciiDigit(version[i])) i++;
            if (i == start) return false;
            parts++;
            if (i == version.Length || version[i] is '-' or '+' or '(') return parts == 3 && i - start <= MaxLastPartDigits;
            if (version[i++] != '.') return false;
        }

        return false;
    }

    private static bool IsPath(ReadOnlySpan<char> value)
    {
        var root = value.StartsWith("~/") || value.StartsWith("./") || value.StartsWith("../") ? value.IndexOf('/') : value[0] == '/' ? 0 : value.Length > 3 && value[1] == ':' && value[2] is '\\' or '/' ? 2 : -1;
        if (root < 0 || value.ContainsAnyExcept(PathChars)) return false;
        var first = value[(root + 1)..];
        var end = first.IndexOfAny('/', '\\');
        if (end < 0) end = first.Length;
        return end > 1 && !first[..end].ContainsAnyInRange('0', '9') && !(first[..end].ContainsAnyInRange('a', 'z') && first[1..end].ContainsAnyInRange('A', 'Z'));
    }

    private static bool HasKeyFileEnding(ReadOnlySpan<char> value)
    {
        if (value.Length > 128 || value.ContainsAnyExcept(PathChars)) return false;
        foreach (var ending in KeyFileEndings)
        {
            if (value.Length > ending.Length && value.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static bool IsWords(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
        {
            if (!char.IsLetter(c) && c is not ('_' or '-')) return false;
        }

        return value.Length > 0;
    }

    private static int CountDigits(ReadOnlySpan<char> value)
    {
        var digits = 0;
        foreach (var c in value)
        {
            if (char.IsAsciiDigit(c)) digits++;
        }

        return digits;
    }

    private static readonly string[] KeyFileEndings = [".pem", ".key", ".pfx", ".p12", ".crt", ".cer", ".der", ".jks", ".ppk", ".keystore"];
    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static readonly System.Buffers.SearchValues<char> WordChars = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-");
    private static readonly System.Buffers.SearchValues<char> PrintChars = System.Buffers.SearchValues.Create("%0123456789ds:.,-");
    private static readonly System.Buffers.SearchValues<char> NumberChars = System.Buffers.SearchValues.Create("0123456789-");
    private static readonly System.Buffers.SearchValues<char> PathChars = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./\\~:");
}
