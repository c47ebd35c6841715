namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Places where a sensitive name stands for something else: a part of a resource's name, a documentation's element, a key of the keyboard.</summary>
internal static class InnocentUses
{
    private const int MaxArnChars = 128;
    private const int MinKeyChars = 3;
    private const int MinCodeDigits = 5;

    /// <param name="text">The text.</param>
    /// <param name="start">Where the whole identifier starts.</param>
    /// <param name="nameEnd">Behind the name.</param>
    /// <param name="end">Behind the whole identifier.</param>
    /// <param name="op">What joins name and value.</param>
    /// <param name="literal">The name's own letters.</param>
    public static bool IsInnocent(ReadOnlySpan<char> text, int start, int nameEnd, int end, NameOperator op, string literal)
    {
        if (op == NameOperator.Colon && start > 0 && text[start - 1] == ':' && IsInArn(text, start)) return true;
        if (op == NameOperator.Element && text[..start].EndsWith("<param name=\"")) return true; // what a documentation says of it
        if (literal == "code" && end > nameEnd && text[nameEnd..end].Contains("sha", StringComparison.OrdinalIgnoreCase)) return true; // CodeSha256: the hash of a program
        return literal == "pass" && op == NameOperator.Blank && end + 1 < text.Length && text[end + 1] == '`'; // pass `spec1` to guide it
    }

    /// <summary>Whether the value itself shows that none is told: the name once more (<c>HMAC_256 = "HMAC_256"</c>), a key of the keyboard, the words of a policy's statement.</summary>
    public static bool IsInnocentValue(ReadOnlySpan<char> value, in ValueSpan span, NameOperator op, ReadOnlySpan<char> identifier, Anchor anchor)
    {
        if (value.IsEmpty) return false;
        if (value.Length < MinKeyChars && anchor.Detector.Id == "api-key") return true;
        if (anchor.Literal == "code" && op == NameOperator.Element && CountDigits(value) < MinCodeDigits) return true; // <code>WaitForJob2</code>
        if (anchor.Detector.Id == "api-key" && value[0] == '.' && !value.ContainsAnyInRange('0', '9')) return true; // the name of an event or a style
        if (anchor.Literal == "sid" && !value.ContainsAnyInRange('0', '9')) return true;
        if (span.Quoted && identifier.Length > anchor.Literal.Length && identifier.EndsWith("Key") && IsNameAgain(value, anchor.Literal)) return true;
        return span.Quoted && identifier.Length > anchor.Literal.Length && value.Equals(identifier, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary><c>PasswordKey = "db_password"</c>: a constant that says under which name the value is found.</summary>
    private static bool IsNameAgain(ReadOnlySpan<char> value, string literal)
    {
        const int MaxNameChars = 64;
        if (value.Length > MaxNameChars || value.ContainsAnyExcept(NameChars)) return false;
        Span<char> letters = stackalloc char[MaxNameChars];
        var count = 0;
        foreach (var c in value)
        {
            if (char.IsAsciiLetter(c)) letters[count++] = c; // smtp_password tells of smtpPassword
        }

        return letters[..count].Contains(literal, StringComparison.OrdinalIgnoreCase);
    }

    private static readonly System.Buffers.SearchValues<char> NameChars = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.:");

    private static int CountDigits(ReadOnlySpan<char> value)
    {
        var digits = 0;
        foreach (var c in value)
        {
            if (char.IsAsciiDigit(c)) digits++;
        }

        return digits;
    }

    /// <summary><c>arn:aws:secretsmanager:eu-west-1:123456789012:secret:Name-a1b2c3</c></summary>
    private static bool IsInArn(ReadOnlySpan<char> text, int start)
    {
        var window = text[Math.Max(0, start - MaxArnChars)..start];
        var arn = window.LastIndexOf("arn:");
        return arn >= 0 && !window[arn..].Contains(' ');
    }
}
