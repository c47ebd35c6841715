namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>
/// A line of V8, Edge, IE 10+ or Hermes, without its leading <c>at</c>: <c>fn (location)</c> or <c>location</c>
/// (https://v8.dev/docs/stack-trace-api).
/// </summary>
internal static class V8Line
{
    private const string AsyncPrefix = "async ";
    private const string EvalPrefix = "eval at ";
    private const string EvalCall = " (" + EvalPrefix;
    private const string AddressPrefix = "address at ";
    private const string UnknownSource = "Unknown Source";

    public static bool TryParse(ReadOnlySpan<char> line, ref FrameBuilder frames)
    {
        if (line.StartsWith(AsyncPrefix, StringComparison.Ordinal))
            line = line[AsyncPrefix.Length..].TrimStart();
        // Node adds the properties of an error after the last frame: "at x (y:1:2) {".
        if (line.EndsWith(" {", StringComparison.Ordinal))
            line = line[..^2].TrimEnd();
        // The errors of an AggregateError are a list: "at x (y:1:2),".
        line = line.TrimEnd(',');
        if (line.EndsWith(")", StringComparison.Ordinal))
            return StackText.MatchingOpen(line, '(', ')') is >= 0 and var open && TryCall(line[..open], line[(open + 1)..^1], ref frames);
        if (TryBare(line, ref frames))
            return true;
        // The last line of a stack that was cut has lost its bracket.
        var cut = line.LastIndexOf(" (", StringComparison.Ordinal);
        return cut > 0 && SourceLocation.HasLine(line) && StackText.StartsWithScheme(line[(cut + 2)..]) && TryCall(line[..cut], line[(cut + 2)..], ref frames);
    }

    private static bool TryCall(ReadOnlySpan<char> name, ReadOnlySpan<char> location, ref FrameBuilder frames)
    {
        location = location.Trim();
        if (location.StartsWith(AsyncPrefix, StringComparison.Ordinal))
            location = location[AsyncPrefix.Length..].TrimStart();
        if (!IsLocation(location))
            return false;
        // Code that was evaluated and then called: "eval (eval at run (place)).call (<anonymous>:1:26)".
        if (name.IndexOf(EvalCall, StringComparison.Ordinal) is > 0 and var evaluated)
        {
            location = name[(evaluated + 2)..];
            name = name[..evaluated];
        }
        var function = Function(name.TrimEnd());
        // "Error: Blocked a frame with origin "(https://…)": a message that something wrapped as a frame.
        if (function.Contains(": ", StringComparison.Ordinal))
            return false;
        if (location.StartsWith("index ", StringComparison.Ordinal))
            location = default;
        else if (location.StartsWith(EvalPrefix, StringComparison.Ordinal))
            location = EvalOrigin(location);
        else if (location.StartsWith(AddressPrefix, StringComparison.Ordinal))
            location = location[AddressPrefix.Length..];
        // Safari's extensions: "name@safari-extension:(//id/file.js:1:2)".
        if (function.EndsWith("extension:", StringComparison.Ordinal))
        {
            var at = function.LastIndexOf('@');
            location = string.Concat(function[(at + 1)..], location);
            function = at < 0 ? default : function[..at];
        }
        if (function.IsEmpty)
            function = WasmFunction(location);
        var place = SourceLocation.Parse(location);
        // .NET for Android appends what Java threw: "android.app.Activity.onCreate(Activity.java:80)".
        if (IsJava(place.File) && function.LastIndexOf('.') is > 0 and var method)
            frames.AddManaged(function[(method + 1)..].ToString(), function[..method], place.File is UnknownSource ? default : place.File, place.Line);
        else
            frames.AddScript(function, place);
        return true;
    }

    private static bool IsJava(ReadOnlySpan<char> file) =>
        file is UnknownSource || (file.EndsWith(".java", StringComparison.Ordinal) || file.EndsWith(".kt", StringComparison.Ordinal)) && file.IndexOfAny('/', ':') < 0;

    private static bool TryBare(ReadOnlySpan<char> line, ref FrameBuilder frames)
    {
        if (line.StartsWith(EvalPrefix, StringComparison.Ordinal))
            line = EvalOrigin(line);
        // "at <anonymous>": a frame that names neither function nor place says nothing.
        if (StackText.IsPlaceless(line))
            return true;
        // "Ns.Type.Method(String s) in C:\x.cs:12" has blanks and brackets before its location; a bare location starts with it.
        var starts = StackText.StartsWithScheme(line) || StackText.StartsWithPath(line) || (SourceLocation.HasLine(line) && (!line.ContainsAny(' ', '(') || IsFileWithBlanks(line)));
        if (!starts)
            return false;
        frames.AddScript(WasmFunction(line), SourceLocation.Parse(line));
        return true;
    }

    /// <summary><c>my page.js:3:14</c>; of the forms with blanks and brackets before it, only a script's place has a column.</summary>
    private static bool IsFileWithBlanks(ReadOnlySpan<char> line)
    {
        var location = SourceLocation.Parse(line);
        return location.Column is not null && !location.File.Contains('(') && !location.File.Contains('@') && location.File.LastIndexOf('.') > location.File.LastIndexOf(' ');
    }

    /// <summary>Whether the text in brackets is a place and not a list of parameters.</summary>
    private static bool IsLocation(ReadOnlySpan<char> text) =>
        SourceLocation.HasLine(text) || StackText.IsPlaceless(text) || StackText.StartsWithScheme(text)
        || text.StartsWith(EvalPrefix, StringComparison.Ordinal) || text.StartsWith(AddressPrefix, StringComparison.Ordinal)
        || (text.StartsWith("index ", StringComparison.Ordinal) && text.Length > 6 && char.IsAsciiDigit(text[6]))
        || text.Contains("wasm-function[", StringComparison.Ordinal)
        || (StackText.StartsWithPath(text) && !text.Contains(", ", StringComparison.Ordinal));

    private static ReadOnlySpan<char> Function(ReadOnlySpan<char> name)
    {
        if (name.StartsWith(AsyncPrefix, StringComparison.Ordinal))
            name = name[AsyncPrefix.Length..].TrimStart();
        return name is "<anonymous>" or "<unknown>" or "?" ? default : name;
    }

    /// <summary>The real script of <c>eval at a (eval at b (place)), &lt;anonymous&gt;:1:1</c>: the innermost brackets.</summary>
    private static ReadOnlySpan<char> EvalOrigin(ReadOnlySpan<char> text)
    {
        var open = text.LastIndexOf(" (", StringComparison.Ordinal);
        if (open < 0)
            return default;
        var place = text[(open + 2)..];
        for (var i = 0; i < place.Length; i++)
        {
            if (place[i] == ')' && (i + 1 == place.Length || place[i + 1] is ')' or ','))
                return place[..i];
        }
        return place;
    }

    private static ReadOnlySpan<char> WasmFunction(ReadOnlySpan<char> location)
    {
        var start = location.LastIndexOf("wasm-function[", StringComparison.Ordinal);
        if (start < 0)
            return default;
        var end = location[start..].IndexOf(']');
        return end < 0 ? default : location.Slice(start, end + 1);
    }
}
