namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>A place in a script: <c>file:line:column</c>, read from the right because files hold colons too.</summary>
internal readonly ref struct SourceLocation(ReadOnlySpan<char> file, int? line, int? column)
{
    public ReadOnlySpan<char> File { get; } = file;

    public int? Line { get; } = line;

    public int? Column { get; } = column;

    public static SourceLocation Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            return new SourceLocation(DataAddress(text), null, null);
        // Test runners add where a source map points from: "src/a.ts:3:4 <- bundle.js:900:5".
        if (text.IndexOf(" <- ", StringComparison.Ordinal) is > 0 and var mapped)
            text = text[..mapped];
        var wasm = text.LastIndexOf(":wasm-function[", StringComparison.Ordinal);
        if (wasm >= 0)
            return new SourceLocation(text[..wasm], null, null);
        if (!TakeNumber(ref text, out var last))
            return new SourceLocation(text, null, null);
        var file = text;
        if (TakeNumber(ref text, out var first))
            return new SourceLocation(text, Positive(first), Positive(last));
        // http://host:8080 has a port, not a line.
        return IsBareAuthority(file) ? new SourceLocation(file, null, null) : new SourceLocation(file, Positive(last), null);
    }

    /// <summary>Whether the text ends in <c>:digits</c>.</summary>
    public static bool HasLine(ReadOnlySpan<char> text) => TakeNumber(ref text, out _);

    private static int? Positive(int value) => value > 0 ? value : null;

    private static bool TakeNumber(ref ReadOnlySpan<char> text, out int number)
    {
        var start = text.Length;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
            start--;
        number = 0;
        if (start == text.Length || start < 1 || text[start - 1] != ':')
            return false;
        if (!int.TryParse(text[start..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number))
            number = 0;
        text = text[..(start - 1)];
        return true;
    }

    /// <summary>A script inside its address: only its kind is kept, <c>&lt;data:text/javascript,base64&gt;</c>; line and column mean nothing outside of it.</summary>
    private static string DataAddress(ReadOnlySpan<char> text)
    {
        var head = text.IndexOf(',') is >= 0 and var comma ? text[..comma] : text;
        var semicolon = head.IndexOf(';');
        var kind = semicolon < 0 ? head : head[..semicolon];
        return head.EndsWith(";base64", StringComparison.OrdinalIgnoreCase) ? $"<{kind},base64>" : $"<{kind}>";
    }

    private static bool IsBareAuthority(ReadOnlySpan<char> file)
    {
        var scheme = file.IndexOf("://", StringComparison.Ordinal);
        return scheme >= 0 && scheme + 3 < file.Length && !file[(scheme + 3)..].Contains('/');
    }
}
