namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>Tells quoted names of the program (a member, a type, a method's signature, an assembly), which say what went wrong, from quoted values.</summary>
internal static class QuotedNames
{
    private const int LongestName = 80;
    private const int LongestSignature = 200;
    private const int MostDigits = 2;

    public static bool IsName(ReadOnlySpan<char> content) => IsPlainName(content) || IsSignature(content) || IsAssembly(content);

    /// <summary>A type with its namespace: <c>Shop.Cart</c>, <c>Shop.Cart+Row</c>.</summary>
    public static bool IsQualifiedType(ReadOnlySpan<char> content)
    {
        if (content.IndexOf('.') < 1 || content[^1] == '.')
            return false;
        var first = true;
        foreach (var c in content)
        {
            if (first ? !char.IsAsciiLetterUpper(c) : !(char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '+' or '`'))
                return false;
            first = c is '.' or '+';
        }
        return true;
    }

    private static bool IsPlainName(ReadOnlySpan<char> content)
    {
        if (content.Length > LongestName || IsMarkup(content))
            return false;
        int digits = 0, letters = 0;
        foreach (var c in content)
        {
            if (char.IsAsciiDigit(c))
                digits++;
            else if (char.IsAsciiLetter(c))
                letters++;
            else if (!IsSign(c))
                return false;
        }
        return digits <= MostDigits && (digits == 0 || letters > 0) && !content.Contains(RedactionMarkers.Start, StringComparison.Ordinal);
    }

    /// <summary>A method as the runtime writes it: <c>Void Shop.Cart.Add(Int32, System.String)</c>.</summary>
    private static bool IsSignature(ReadOnlySpan<char> content)
    {
        var open = content.IndexOf('(');
        if (open < 3 || content[^1] != ')' || content.Length > LongestSignature)
            return false;
        var blank = content.IndexOf(' ');
        if (blank < 1 || blank > open)
            return false;
        var name = content[(blank + 1)..open];
        if (name.IndexOf('.') < 1 || name.Contains(' '))
            return false;
        foreach (var c in content)
        {
            if (!(char.IsAsciiLetterOrDigit(c) || IsSign(c) || c is ' ' or '&' or '*' or '!'))
                return false;
        }
        return true;
    }

    /// <summary>An assembly's display name; its version is a value of its own.</summary>
    private static bool IsAssembly(ReadOnlySpan<char> content)
    {
        var end = content.IndexOf(", Version=", StringComparison.Ordinal);
        return end > 0 && !content[..end].Contains(' ') && content.Contains(", Culture=", StringComparison.Ordinal);
    }

    private static bool IsSign(char c) =>
        c is '_' or '$' or '.' or '#' or '`' or '+' or '[' or ']' or '<' or '>' or '(' or ')' or '{' or '}' or ';' or ':' or '=' or '/' or ',';

    /// <summary>The beginning of a page, as in <c>Unexpected token '&lt;', "&lt;html&gt;&lt;hea"... is not valid JSON</c>.</summary>
    private static bool IsMarkup(ReadOnlySpan<char> content) =>
        content.StartsWith("<", StringComparison.Ordinal) && (content.Contains("><", StringComparison.Ordinal) || content.Contains("</", StringComparison.Ordinal));
}
