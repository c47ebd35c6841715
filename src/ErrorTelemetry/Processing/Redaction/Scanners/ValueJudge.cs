using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Decides whether what stands behind a sensitive name is its value, or prose, code or a placeholder.</summary>
internal static class ValueJudge
{
    private const int MinBareChars = 6;
    private const int MinSecretChars = 8;
    private const int MinGeneratedChars = 16;
    private const int MinLooseKeyChars = 24;
    private const int MaxMaskChars = 32;

    public static bool IsValue(ReadOnlySpan<char> value, in ValueSpan span, NameOperator op, NameStrength strength, ReadOnlySpan<char> behind, bool loose = false, bool isShouted = false)
    {
        if (value.IsEmpty || Redacted.IsOnly(value) || IsPlaceholder(value) || IsInnocentWord(value)) return false;
        if (value[0] == '[' && Redacted.LengthAt(value, 0) > 0) return false;
        if (span.Quoted ? IsProse(value) || IsLabel(value) || (op == NameOperator.Blank && IsCode(value, behind)) : IsCode(value, behind)) return false;
        if (value[0] == '[' && behind.StartsWith("]") && value.Length is > 1 and <= MaxMaskChars && !value[1..].ContainsAnyExcept(FillerChars)) return false; // [REDACTED]
        if (value[0] == '[' && !span.Quoted && IsBracketedPhrase(value, behind)) return false;
        if (span.Quoted && value.StartsWith("arn:")) return false; // the name of a resource
        if (IsEndpoint(value) || IsSchemeAlone(value)) return false;
        if (op is NameOperator.Blank or NameOperator.Flag && value.StartsWith("--")) return false; // the next flag
        if (strength is NameStrength.Key or NameStrength.Weak && op != NameOperator.Blank && Randomness.LooksGrouped(value)) return true;
        if (strength == NameStrength.Key) return op == NameOperator.Blank && !span.Quoted ? Randomness.LooksKey(value, MinLooseKeyChars) : Randomness.LooksKey(value, MinGeneratedChars) || (Randomness.LooksGenerated(value, MinGeneratedChars) && !value.Contains('.')) || Randomness.LooksScrambled(value);
        if (strength == NameStrength.Random && IsMember(value)) return false;
        if (strength == NameStrength.Random) return (op != NameOperator.Blank || span.Quoted) && (Randomness.LooksGenerated(value, MinGeneratedChars) || (loose && op == NameOperator.Assign && Randomness.LooksKey(value, MinLooseKeyChars) && value.ContainsAnyExcept(HexChars)));
        if (strength is NameStrength.Weak or NameStrength.Filled)
        {
            var enough = op is NameOperator.Assign or NameOperator.Element or NameOperator.Flag ? 6 : MinSecretChars;
            return Randomness.LooksSecret(value, enough) || (IsLongRun(value) && op != NameOperator.Blank)
                || (op == NameOperator.Assign && span.Quoted && value.Length >= MinBareChars && !value.Contains(' ') && !IsTypeName(value) && !IsDottedName(value));
        }

        if (strength == NameStrength.Numeric) return IsNumericValue(value, op) || (op == NameOperator.Assign && value.Length >= 3 && ContainsDigit(value) && !span.WordsFollow);
        if (op is NameOperator.Assign or NameOperator.Flag or NameOperator.Element) return true;
        if (span.Quoted) return op != NameOperator.Blank || value.Length >= 3 && !value.Contains(' ') && !IsPlainWord(value, 4) && !value.ContainsAny('"', ',');
        if (op == NameOperator.Blank) value = value.Trim("*_:;,.!?)'`|");
        if (Randomness.LooksSecret(value, MinSecretChars)) return true;
        if (op == NameOperator.Blank || span.WordsFollow) return Randomness.LooksSecret(value, MinBareChars) && ContainsDigit(value);
        return value.Length >= MinBareChars && (isShouted || !IsTypeName(value)); // PASSWORD: is no declaration
    }

    /// <summary>Whether the value is a word that tells a state, or stands for a value.</summary>
    public static bool IsInnocent(ReadOnlySpan<char> value) => IsInnocentWord(value) || IsPlaceholder(value);

    /// <summary>Whether a quoted text that is compared with a secret may be one itself.</summary>
    public static bool MayBeValue(ReadOnlySpan<char> value) => !Redacted.IsOnly(value) && !IsPlaceholder(value) && !IsInnocentWord(value) && !IsProse(value);

    /// <summary>Whether a quoted text behind <c>secret</c> is the name of a resource: <c>secret "regcred" not found</c>. A resource's name is in lower case and what follows speaks of it.</summary>
    public static bool IsResource(ReadOnlySpan<char> value, ReadOnlySpan<char> behind)
    {
        if (value.ContainsAnyExcept(ResourceChars) || !value.ContainsAnyInRange('a', 'z') || behind.Length < 4 || behind[1] != ' ' || Randomness.LooksKey(value, MinGeneratedChars)) return false;
        var rest = behind[2..];
        foreach (var words in ResourceStates)
        {
            if (rest.StartsWith(words)) return true;
        }

        return false;
    }

    private static readonly string[] ResourceStates = ["not found", "was not found", "could not be found", "is forbidden", "already exists", "does not exist", "doesn't exist", "is invalid", "is immutable", "in namespace", "in the namespace", "in the vault", "created", "configured", "deleted", "unchanged", "of type", "from namespace", "is missing", "has no", "must be of"];

    /// <summary>A sentence about the field: <c>"password": "must be at least 12 characters"</c>; a passphrase has none of its words.</summary>
    private static bool IsProse(ReadOnlySpan<char> value)
    {
        if (!value.Contains(' ')) return false;
        foreach (var range in value.Split(' '))
        {
            if (NameContextTable.ProseWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(value[range].Trim(".,!?:'\""))) return true;
        }

        return false;
    }

    /// <summary>Stars, angle brackets, templates: what people put where the value was.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<char> value)
    {
        if (Randomness.Distinct(value) == 1 && (value.Length <= 3 ? !char.IsAsciiLetterOrDigit(value[0]) : !char.IsAsciiDigit(value[0]) || value[0] == '0')) return true;
        if (!value.ContainsAnyExcept("*.xX") && value.Length >= 3) return true;
        if (value.StartsWith("***") || value.EndsWith("***")) return true;
        var first = value[0];
        var last = value[^1];
        if (first == '<' && (last == '>' || (value.Length > 2 && char.IsAsciiLetter(value[1]) && !value.ContainsAny('>', '/')))) return true;
        if (IsNamedFiller(value)) return true;
        if (first == '[' && last == ']' && value.Length <= 32 && !ContainsDigit(value)) return true;
        if (first == '%' && ((last == '%' && value.Length > 2) || (value.Length <= 3 && char.IsAsciiLetter(last)))) return true;
        if (first == '{') return (value.Contains('}') && !value.Contains(':') && !HoldsKey(value)) || value.Length == 1;
        if (first == '$' && value.Length > 1 && (!value[1..].ContainsAnyExcept(VariableChars) || IsVariableName(value[1..]))) return true;
        if (first == '0' && !value.ContainsAnyExcept('0', '-') || (value.StartsWith("&lt;") && value.EndsWith("&gt;"))) return true;
        if (IsMostlyFiller(value)) return true;
        return value.StartsWith("${") || value.StartsWith("$(") || value.StartsWith("#{") || value.StartsWith("<%") || value.StartsWith("{{") || value.StartsWith("@{") || value.StartsWith("$env:", StringComparison.OrdinalIgnoreCase) || value.StartsWith("%(");
    }

    /// <summary><c>db_password</c>, <c>apiToken</c>: what a script's variable for a secret is called.</summary>
    private static bool IsVariableName(ReadOnlySpan<char> value) =>
        !value.ContainsAnyExcept(FillerChars) && (value.Contains('_') || value.EndsWith("password", StringComparison.OrdinalIgnoreCase) || value.EndsWith("token", StringComparison.OrdinalIgnoreCase) || value.EndsWith("secret", StringComparison.OrdinalIgnoreCase) || value.EndsWith("key", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether one of the words in braces is no variable's name but a key: <c>{acme 5f1d…}</c>.</summary>
    private static bool HoldsKey(ReadOnlySpan<char> value)
    {
        foreach (var range in value.SplitAny(' ', '{', '}'))
        {
            if (value[range].ContainsAnyInRange('0', '9') && Randomness.LooksSecret(value[range], MinGeneratedChars)) return true;
        }

        return false;
    }

    /// <summary><c>[Shared access key goes here]</c>: words in brackets.</summary>
    private static bool IsBracketedPhrase(ReadOnlySpan<char> value, ReadOnlySpan<char> behind)
    {
        const int MaxPhraseChars = 48;
        if (value[1..].ContainsAnyExcept(FillerChars)) return false;
        var rest = behind[..Math.Min(behind.Length, MaxPhraseChars)];
        var close = rest.IndexOf(']');
        return close > 0 && rest[0] == ' ' && !rest[..close].ContainsAnyExcept(PhraseChars);
    }

    private static readonly System.Buffers.SearchValues<char> PhraseChars = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz ");

    /// <summary>A known beginning, then nothing but one character repeated: <c>sk_live_xxxxxxxx</c>.</summary>
    private static bool IsMostlyFiller(ReadOnlySpan<char> value)
    {
        int best = 0, run = 0;
        for (var i = 0; i < value.Length; i++)
        {
            run = i > 0 && value[i] == value[i - 1] ? run + 1 : 1;
            if (run > best && value[i] is 'x' or 'X' or '*' or '0' or '1' or '.' or '#' or '•') best = run;
        }

        return best >= 8 && best * 5 >= value.Length * 3;
    }

    /// <summary><c>your-token</c>, <c>YOUR_API_KEY</c>, <c>GITHUB_CLIENT_SECRET</c>: the name of what belongs here.</summary>
    private static bool IsNamedFiller(ReadOnlySpan<char> value)
    {
        if (value.Length is < 6 or > 64 || value.ContainsAnyExcept(FillerChars)) return false;
        if ((value.StartsWith("your", StringComparison.OrdinalIgnoreCase) && (value[4] is '_' or '-' || (value[3] == 'r' && char.IsAsciiLetterUpper(value[4])))) || value.StartsWith("example-") || value.StartsWith("example_")) return true;
        if (value.ContainsAnyInRange('a', 'z') || value.Contains('-') || !value.Contains('_')) return false;
        foreach (var word in FillerWords)
        {
            if (value.EndsWith(word)) return true;
        }

        return value.ContainsAny(FillerParts);
    }

    /// <summary><c>ERROR_PASSWORD_FETCH</c>: a constant about the secret.</summary>
    private static readonly System.Buffers.SearchValues<string> FillerParts = System.Buffers.SearchValues.Create(["_PASSWORD_", "_SECRET_", "_TOKEN_"], StringComparison.Ordinal);

    private static readonly string[] FillerWords = ["_KEY", "_TOKEN", "_SECRET", "_PASSWORD", "_PASS", "_CREDENTIALS", "_HERE", "_ID"];

    /// <summary>The words of a form's label: <c>"&amp;Password:"</c>, <c>"Gjenta passord"</c>.</summary>
    private static bool IsLabel(ReadOnlySpan<char> value) => (value[^1] == ':' && !value[..^1].Trim("& ").ContainsAnyExcept(FillerChars)) || HoldsLabelWord(value);

    /// <summary>Whether a text without digits has a word that says password, in any of the languages of forms.</summary>
    private static bool HoldsLabelWord(ReadOnlySpan<char> value)
    {
        if (!value.ContainsAny(NameContextTable.LabelWords)) return false;
        foreach (var range in value.Split(' '))
        {
            var word = value[range].Trim(".,!?:'\"()");
            foreach (var known in NameContextTable.LabelStems)
            {
                if (word.StartsWith(known, StringComparison.OrdinalIgnoreCase) && word.Length <= known.Length + MaxEndingChars && IsAllLetters(word)) return value.Contains(' ') || word.Length == known.Length;
            }
        }

        return false;
    }

    private static bool IsAllLetters(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsLetter(c)) return false;
        }

        return true;
    }

    private const int MaxEndingChars = 4;

    /// <summary>Where a token is fetched, not a token: a web address, whose user and query are looked at by themselves.</summary>
    private static bool IsEndpoint(ReadOnlySpan<char> value) =>
        (value.StartsWith("https://") || value.StartsWith("http://")) && value.Length > 8 && value.IndexOfAny(UserOrQuery) < 0 && !Randomness.LooksSecret(LastSegment(value), 12);

    private static ReadOnlySpan<char> LastSegment(ReadOnlySpan<char> address)
    {
        var anchor = address.IndexOf('#');
        if (anchor > 0) address = address[..anchor];
        return address[(address.LastIndexOf('/') + 1)..];
    }

    /// <summary>A scheme with nothing, or a placeholder, behind it: <c>Bearer ${token}</c>, <c>Basic </c>.</summary>
    private static bool IsSchemeAlone(ReadOnlySpan<char> value)
    {
        var blank = value.IndexOf(' ');
        if (blank <= 0 || !AuthSchemes.Contains(value[..blank])) return false;
        var rest = value[blank..].Trim();
        return rest.IsEmpty || IsPlaceholder(rest);
    }

    /// <summary><c>LogCode.NU1605</c>: a member of something that has a name.</summary>
    private static bool IsMember(ReadOnlySpan<char> value) => value.IndexOf('.') is > 1 and var dot && !value[..dot].ContainsAnyExcept(FillerChars);

    private static bool IsDottedName(ReadOnlySpan<char> value) => value.Contains('.') && !value.ContainsAnyExcept(DottedChars);

    private static bool IsInnocentWord(ReadOnlySpan<char> value)
    {
        var word = value;
        while (word.Length > 0 && word[^1] is '.' or '!' or '?' or ',' or ')' or ':') word = word[..^1];
        if (word.IsEmpty) return true;
        return word.Length <= 32 && NameContextTable.InnocentValues.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }

    /// <summary><c>getToken()</c>, <c>user.password</c>, <c>process.env.TOKEN</c>, <c>$_POST[…]</c>, <c>a == b</c>.</summary>
    private static bool IsCode(ReadOnlySpan<char> value, ReadOnlySpan<char> behind)
    {
        var open = value.IndexOf('(');
        if (open > 0 && !value[..open].ContainsAnyExcept(IdentifierChars)) return true;
        if (behind.Length > 0 && behind[0] == '(' && !value.ContainsAnyExcept(IdentifierChars)) return true;
        if (value[0] == '{' && !value.Contains(':') && !HoldsKey(value)) return true;
        if (CodeShapes.IsExpression(value, behind)) return true;
        if (value.StartsWith("$_") || value[0] is '(' or '=' or '>' || (value[0] is '&' or '!' or '|' && !ContainsDigit(value)) || value is "=>" or "{" or "[") return true;
        if (value[0] == '@' && value.Length > 1 && char.IsAsciiLetter(value[1]) && !ContainsDigit(value)) return true;
        var dot = value.IndexOf('.');
        return dot > 0 && dot < value.Length - 1 && !value.ContainsAnyExcept(CodeChars) && char.IsAsciiLetter(value[0]) && char.IsAsciiLetter(value[dot + 1]);
    }

    /// <summary><c>SomeThing</c> with a type's ending.</summary>
    private static bool IsTypeName(ReadOnlySpan<char> value) =>
        char.IsAsciiLetterUpper(value[0]) && !ContainsDigit(value)
        && (value.EndsWith("Token") || value.EndsWith("Type") || value.EndsWith("String") || value.EndsWith("Exception") || value.EndsWith("Error") || value.EndsWith("Required") || value.EndsWith("Handler") || value.EndsWith("Options"));

    private static bool IsNumericValue(ReadOnlySpan<char> value, NameOperator op)
    {
        if (op == NameOperator.Blank && (value.Length < 4 || value.Contains('\\'))) return false; // the digits of \u0142
        var digits = 0;
        foreach (var c in value)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (!(c is '-' or ' ' or '/' or '.') && !char.IsAsciiLetterUpper(c)) return Randomness.LooksSecret(value, MinBareChars) && (op != NameOperator.Blank || ContainsDigit(value));
        }

        return digits >= 3 && value.Length <= 40;
    }

    private static bool IsPlainWord(ReadOnlySpan<char> value, int atLeast) => value.Length < atLeast || !value.ContainsAnyExcept(Punctuation);

    private static bool IsLongRun(ReadOnlySpan<char> value) => value.Length >= 20 && !value.ContainsAny(Breaks) && Randomness.Distinct(value) >= 8 && ContainsDigit(value);

    private static bool ContainsDigit(ReadOnlySpan<char> value) => value.ContainsAnyInRange('0', '9');

    private static readonly System.Buffers.SearchValues<char> ResourceChars = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-/");
    private static readonly System.Buffers.SearchValues<char> HexChars = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF-");
    private static readonly System.Buffers.SearchValues<char> FillerChars = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-");
    private static readonly System.Buffers.SearchValues<char> DottedChars = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.");
    private static readonly System.Buffers.SearchValues<char> UserOrQuery = System.Buffers.SearchValues.Create("@?=");
    private static readonly System.Buffers.SearchValues<char> VariableChars = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789");
    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create(" /\\.:()");
    private static readonly System.Buffers.SearchValues<char> IdentifierChars = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.$?");
    private static readonly System.Buffers.SearchValues<char> CodeChars = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.$?![]'");
    private static readonly System.Buffers.SearchValues<char> Punctuation = System.Buffers.SearchValues.Create("{}[]()<>.,;:!?\"'`/\\|+-*&^%$#@=~ ");
}
