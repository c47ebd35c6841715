using System.Buffers;

namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>A line of Firefox, Safari or JavaScriptCore: <c>fn@location</c>, or a bare address or path.</summary>
internal static class GeckoLine
{
    private static readonly SearchValues<char> s_nameChars =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$.");

    private static readonly SearchValues<char> s_markChars =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$.*- ");

    public static bool TryParse(ReadOnlySpan<char> line, ref FrameBuilder frames)
    {
        var at = Separator(line);
        // An @ inside a bare address (…/npm/@scope/x.js:1:2) separates nothing.
        if (at < 0 || (at > 0 && (StackText.StartsWithScheme(line) || StackText.StartsWithPath(line))))
            return TryBare(line, ref frames);
        var location = line[(at + 1)..].Trim();
        if (!IsLocation(location))
            return false;
        var function = Function(line[..at].Trim());
        // "Mail to user@host:25" is a message; a name holds blanks only in a few known forms.
        if (function.Contains(' ') && !KnownBlank(function))
            return false;
        var place = EvalAware(location);
        // "sa@db:5432" is an account, "@total='12:30" a parameter: what has neither scheme nor folder has a column or is called like a script.
        if (!(StackText.StartsWithScheme(location) || StackText.StartsWithPath(location) || StackText.IsPlaceless(location) || place.Column is not null || place.Line is null || IsScriptName(place.File)))
            return false;
        frames.AddScript(function, place);
        return true;
    }

    private static bool TryBare(ReadOnlySpan<char> line, ref FrameBuilder frames)
    {
        if (line is "[native code]")
        {
            frames.AddScript(default, SourceLocation.Parse(line));
            return true;
        }
        if (line.ContainsAny(' ', '\t') || !SourceLocation.HasLine(line))
            return false;
        // Old Safari gives no column. Without a scheme the column is what tells "33.js:1:531" from a message.
        var location = SourceLocation.Parse(line);
        if (location.Line is null || !(StackText.StartsWithScheme(line) || (location.Column is not null && location.File.Contains('.'))))
            return false;
        frames.AddScript(default, location);
        return true;
    }

    /// <summary>
    /// A line that is only a name (<c>baz</c>): Safari writes evaluated code so. Only the caller can know that the text is Safari's.
    /// </summary>
    public static bool TryName(ReadOnlySpan<char> line, ref FrameBuilder frames)
    {
        line = line.Trim();
        // "eval code" without a place says nothing that the frame behind it does not say.
        if (line.IsEmpty || line.ContainsAnyExcept(s_nameChars))
            return false;
        frames.AddScript(line, SourceLocation.Parse(default));
        return true;
    }

    /// <summary>The <c>@</c> between function and location: the first outside quotes, brackets and old Firefox's argument lists.</summary>
    private static int Separator(ReadOnlySpan<char> line)
    {
        var quoted = false;
        var depth = 0;
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '"':
                    quoted = !quoted;
                    break;
                case '(' or '[' when !quoted:
                    depth++;
                    break;
                case ')' or ']' when !quoted:
                    depth--;
                    break;
                case '@' when !quoted && depth <= 0:
                    return i;
            }
        }
        return line.LastIndexOf('@');
    }

    private static bool IsLocation(ReadOnlySpan<char> text) =>
        !text.IsEmpty && (SourceLocation.HasLine(text) || StackText.IsPlaceless(text) || text.Contains(":wasm-function[", StringComparison.Ordinal) || (StackText.StartsWithScheme(text) && !text.Contains(' ')));

    private static bool IsScriptName(ReadOnlySpan<char> file) =>
        file.Contains(".js", StringComparison.Ordinal) || file.Contains(".ts", StringComparison.Ordinal) || file.Contains(".htm", StringComparison.Ordinal) || file.EndsWith(" code", StringComparison.Ordinal);

    private static bool KnownBlank(ReadOnlySpan<char> function) =>
        function.EndsWith(" code", StringComparison.OrdinalIgnoreCase) || function.StartsWith("get ", StringComparison.Ordinal)
        || function.StartsWith("set ", StringComparison.Ordinal) || function.StartsWith("bound ", StringComparison.Ordinal)
        || function.StartsWith("new ", StringComparison.Ordinal) || function.StartsWith("static ", StringComparison.Ordinal) || function.Contains('"') && function.EndsWith("]", StringComparison.Ordinal);

    private static ReadOnlySpan<char> Function(ReadOnlySpan<char> name)
    {
        // What Firefox puts before the first frame on the other side of a task boundary: "async*load", "setTimeout handler*load".
        var mark = name.LastIndexOf('*');
        if (mark > 0 && name[..mark].IndexOfAnyExcept(s_markChars) < 0)
            name = name[(mark + 1)..];
        if (name.StartsWith("async ", StringComparison.Ordinal))
            name = name["async ".Length..];
        // Old Opera and Firefox print the arguments.
        if (name.EndsWith(")", StringComparison.Ordinal))
        {
            var open = StackText.MatchingOpen(name, '(', ')');
            if (open >= 0)
                name = name[..open];
        }
        const string OperaAnonymous = "<anonymous function";
        if (name.StartsWith(OperaAnonymous, StringComparison.Ordinal))
            name = name[OperaAnonymous.Length..].Trim([':', ' ', '>']);
        return name is "<anonymous>" or "?" ? default : name;
    }

    /// <summary>Firefox appends <c> line 26 &gt; eval line 2 &gt; eval:1:30</c>: the first of these numbers lies in a real script.</summary>
    private static SourceLocation EvalAware(ReadOnlySpan<char> location)
    {
        var mark = location.IndexOf(" line ", StringComparison.Ordinal);
        if (mark < 0 || !location[mark..].Contains(" > ", StringComparison.Ordinal))
            return SourceLocation.Parse(location);
        var digits = location[(mark + " line ".Length)..];
        var end = 0;
        while (end < digits.Length && char.IsAsciiDigit(digits[end]))
            end++;
        int? line = int.TryParse(digits[..end], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
        return new SourceLocation(location[..mark], line, null);
    }
}
