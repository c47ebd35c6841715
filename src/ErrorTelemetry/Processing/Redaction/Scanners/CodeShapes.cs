namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Values without quotes that code or a dump of an object has behind a sensitive name: they refer to a secret and are none.</summary>
internal static class CodeShapes
{
    private const int MaxHandleChars = 8;
    private const int MaxNameDigits = 4;
    private const int MaxMinifiedChars = 2;
    private const int MaxTypeChars = 40;

    /// <summary><c>$this->token</c>, <c>tokens[0]</c>, <c>Promise&lt;Session&gt;</c>, <c>Token{…</c>, <c>Foo::bar</c>, <c>0x06000123</c>: code by its own form.</summary>
    public static bool IsExpression(ReadOnlySpan<char> value, ReadOnlySpan<char> behind)
    {
        if (value.Contains("](", StringComparison.Ordinal) || value.StartsWith("[]") || value.StartsWith("[...") || value.StartsWith("this.") || value.StartsWith("self.")) return true;
        if (value[0] is '[' or '{' && !value.ContainsAny(WordChars)) return true; // [{ of a list of objects
        if (value.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) return IsHandle(value[2..], behind);
        if (IsRelativePath(value)) return true;
        var i = value[0] is '$' or '*' or '&' or '!' ? 1 : 0;
        var start = i;
        while (i < value.Length && (char.IsAsciiLetterOrDigit(value[i]) || value[i] is '_' or '.')) i++;
        if (i == start || char.IsAsciiDigit(value[start])) return false;
        var name = value[start..i];
        var rest = value[i..];
        if (rest.IsEmpty && name.Length <= MaxMinifiedChars && behind.StartsWith(")")) return true; // (s.token=t),n
        if (rest.IsEmpty) return value[0] == '$' ? !name.ContainsAnyInRange('0', '9') : IsGeneric(name, behind) || (behind.StartsWith("{") && char.IsAsciiLetterUpper(name[0]));
        if (name.Length <= MaxMinifiedChars && rest[0] is ')' or ',') return true; // s.token=t,n&&(…
        if (rest[0] == '[' && rest.Length > 1 && !rest[1..].ContainsAnyExcept(WordChars) && IsInBrackets(behind)) return true; // dict[str, Any], items[i - 1]
        if (rest[0] == '[') return rest.Length == 1 || rest.Contains(']') || rest[1] is '\'' or '$' || behind.StartsWith("]");
        if (rest[0] == '{') return char.IsAsciiLetterUpper(name[0]) || name.Contains('.');
        if (rest[0] == '<') return IsGeneric(name, rest);
        if (rest[0] == '@') return IsIdentity(name, rest[1..]);
        return (rest.StartsWith("::") || rest.StartsWith("->") || rest.StartsWith("?.") || rest.StartsWith("?->") || rest.StartsWith("!.")) && !name.ContainsAnyInRange('0', '9');
    }

    /// <summary><c>token = jwtToken;</c>, <c>apiKey: this.apiKey,</c>, <c>clientSecret: GITHUB_CLIENT_SECRET</c>: a variable, told by the blank before it, by what follows, and by the name that it shares.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">The value.</param>
    /// <param name="identifier">The whole identifier of the name.</param>
    /// <param name="literal">The name's own letters.</param>
    public static bool IsVariable(ReadOnlySpan<char> text, in ValueSpan span, ReadOnlySpan<char> identifier, string literal)
    {
        var value = text[span.Start..span.End].TrimStart("*&!");
        if (value.IsEmpty || !(char.IsAsciiLetter(value[0]) || value[0] == '_') || value.ContainsAnyExcept(NameChars)) return false;
        if (IsSameName(value, identifier) || IsSettingPath(text, span, value)) return true;
        if (span.Start == 0 || text[span.Start - 1] is not (' ' or '\t')) return false;
        if (value[0] == '_' && value.Length > 2 && char.IsAsciiLetterLower(value[1]) && !value.ContainsAnyInRange('0', '9')) return true; // = _mode
        if (!value.ContainsAnyInRange('0', '9') && (IsOperand(text[span.End..]) || IsDeclared(text[..span.Start], identifier))) return true;
        if (!IsCompound(value) || CountDigits(value) > MaxNameDigits) return false;
        var last = identifier[(identifier.LastIndexOfAny('.', '_') + 1)..];
        if (literal != "password" && value.Length > last.Length && char.IsAsciiLetterUpper(value[last.Length]) && value.StartsWith(last, StringComparison.OrdinalIgnoreCase) && !value.ContainsAnyInRange('0', '9')) return true; // creds.token = tokenReg
        var next = NextSign(text, span.End);
        if (next == '+' && text[span.End] == ' ' && !value.ContainsAnyInRange('0', '9')) return true; // = somePrefix + …
        if (next == ';') return !value.ContainsAnyInRange('0', '9') || value.Contains('.');
        if (",)}?+=|".Contains(next)) return value.Contains('.') ? !Randomness.LooksGenerated(value, 16) : EndsWithName(value, literal);
        return false;
    }

    private static bool IsInBrackets(ReadOnlySpan<char> behind) =>
        (behind.StartsWith(", ") || behind.StartsWith(" - ") || behind.StartsWith(" + ") || behind.StartsWith(" | ")) && behind[..Math.Min(behind.Length, MaxTypeChars)].Contains(']');

    /// <summary><c>= servername || hostname</c>, <c>= isRest ? a : b</c>: what follows is an operator.</summary>
    private static bool IsOperand(ReadOnlySpan<char> behind)
    {
        foreach (var sign in Operators)
        {
            if (behind.StartsWith(sign)) return true;
        }

        return false;
    }

    private static readonly string[] Operators = [" == ", " === ", " != ", " !== ", " || ", " && ", " ?? ", " ? ", " or ", " | None"];

    /// <summary><c>const token = comment;</c>: a declared variable, and a word without quotes behind it.</summary>
    private static bool IsDeclared(ReadOnlySpan<char> before, ReadOnlySpan<char> identifier)
    {
        var head = before.TrimEnd(" =");
        if (!before.EndsWith("= ") || !head.EndsWith(identifier)) return false;
        head = head[..^identifier.Length];
        return head.EndsWith("const ") || head.EndsWith("let ") || head.EndsWith("var ");
    }

    /// <summary><c>TK_STRING_LITERAL</c>, <c>T_OPEN_TAG</c>: what a parser calls a token.</summary>
    public static bool IsTokenKind(ReadOnlySpan<char> value) => value.Length < 40 && value.Contains('_') && char.IsAsciiLetterUpper(value[0]) && value[^1] != '_' && !value.ContainsAnyExcept(KindChars);

    /// <summary><c>sas_token</c>, <c>apiKey</c>: a setting's name in words, which ends in what it holds.</summary>
    public static bool IsSettingName(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || value.ContainsAnyExcept(SettingChars) || !char.IsAsciiLetterLower(value[0])) return false;
        foreach (var word in SettingEndings)
        {
            if (value.Length > word.Length && value.EndsWith(word)) return true;
        }

        return false;
    }

    private static readonly string[] SettingEndings = ["_key", "_token", "_secret", "_password", "_id", "_name", "_file", "_url", "Key", "Token", "Secret", "Password", "Id", "Name", "-key", "-token", "-secret", "-password", "-id", "-name"];

    /// <summary><c>'Jwt:SigningKey'</c>: the last part of a setting's name, in quotes with the rest of it.</summary>
    private static bool IsSettingPath(ReadOnlySpan<char> text, in ValueSpan span, ReadOnlySpan<char> value) =>
        span.Start > 1 && text[span.Start - 1] == ':' && char.IsAsciiLetter(text[span.Start - 2]) && span.End < text.Length && text[span.End] is '\'' or '"'
        && char.IsAsciiLetterUpper(value[0]) && IsCompound(value) && !value.ContainsAnyInRange('0', '9') && (value.EndsWith("Key") || value.EndsWith("Secret") || value.EndsWith("Token"));

    private static bool IsHandle(ReadOnlySpan<char> digits, ReadOnlySpan<char> behind)
    {
        if (digits.IsEmpty) return behind.Length > 0 && behind[0] is '{' or '%';
        if (digits[0] is '{' or '%') return true;
        return digits.Length <= MaxHandleChars && !digits.ContainsAnyExcept(HexDigits);
    }

    /// <summary><c>./admin-token</c>, <c>~/.netrc</c>: a file that holds the secret.</summary>
    private static bool IsRelativePath(ReadOnlySpan<char> value) => value.StartsWith("./") || value.StartsWith("../") || value.StartsWith("~/") || value.StartsWith(".\\");

    private static bool IsGeneric(ReadOnlySpan<char> name, ReadOnlySpan<char> behind)
    {
        if (behind.Length < 3 || behind[0] != '<' || !char.IsAsciiLetterUpper(name[0]) || name.ContainsAnyInRange('0', '9')) return false;
        var close = behind[1..Math.Min(behind.Length, MaxTypeChars)].IndexOfAny(TypeSigns);
        return char.IsAsciiLetter(behind[1]) && (behind[1] != 'b' || behind[2] is not ('r' or '>')) && (close > 0 || behind.Length > MaxTypeChars);
    }

    /// <summary>What Java prints of an object: <c>android.os.Binder@2bd79ce</c>.</summary>
    private static bool IsIdentity(ReadOnlySpan<char> name, ReadOnlySpan<char> hash) =>
        hash.Length is >= 5 and <= MaxHandleChars && !hash.ContainsAnyExcept(HexDigits) && (name.Count('.') >= 2 || (hash.ContainsAnyInRange('a', 'f') && hash.ContainsAnyInRange('0', '9')));

    private static bool IsSameName(ReadOnlySpan<char> value, ReadOnlySpan<char> identifier)
    {
        value = value[(value.LastIndexOf('.') + 1)..];
        identifier = identifier[(identifier.LastIndexOf('.') + 1)..];
        int i = value.Length, k = identifier.Length;
        while (true)
        {
            while (i > 0 && value[i - 1] is '_') i--;
            while (k > 0 && identifier[k - 1] is '_' or '-') k--;
            if (i == 0 || k == 0) return i == k;
            if ((value[--i] | 0x20) != (identifier[--k] | 0x20)) return false;
        }
    }

    /// <summary>Of more than one word: <c>fooBar</c>, <c>foo_bar</c>, <c>_foo</c>, <c>foo.bar</c>; one word may be a person's password.</summary>
    private static bool IsCompound(ReadOnlySpan<char> value)
    {
        for (var i = 1; i < value.Length; i++)
        {
            if (value[i - 1] is '_' or '.' || (char.IsAsciiLetterUpper(value[i]) && char.IsAsciiLetterLower(value[i - 1]))) return true;
        }

        return false;
    }

    private static bool EndsWithName(ReadOnlySpan<char> value, string literal)
    {
        int i = value.Length, k = literal.Length;
        while (i > 0 && k > 0)
        {
            if (value[i - 1] == '_') i--;
            else if ((value[--i] | 0x20) != literal[--k]) return false;
        }

        return k == 0;
    }

    private static char NextSign(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i < text.Length && i < at + 3 && text[i] == ' ') i++;
        return i < text.Length ? text[i] : '\0';
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

    private static readonly System.Buffers.SearchValues<char> WordChars = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
    private static readonly System.Buffers.SearchValues<char> SettingChars = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-");
    private static readonly System.Buffers.SearchValues<char> KindChars = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ_");
    private static readonly System.Buffers.SearchValues<char> NameChars = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.");
    private static readonly System.Buffers.SearchValues<char> TypeSigns = System.Buffers.SearchValues.Create("><,|");
    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
}
