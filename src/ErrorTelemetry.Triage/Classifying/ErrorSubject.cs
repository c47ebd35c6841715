namespace ErrorTelemetry.Classifying;

/// <summary>One link of the chain of an error and its causes, as far as rules look at it.</summary>
internal readonly record struct ErrorSubject(string Type, string Message)
{
    private const int MostSubjects = 12;
    private const int MostTypeChars = 200;

    // What runtimes and consoles write before the type.
    private static readonly string[] Prefixes =
    [
        "Uncaught (in promise) ", "Uncaught (in promise): ", "Uncaught (in promise: ", "Uncaught ", "Unhandled exception. ", "Unhandled Exception: ", "Unhandled Promise Rejection: ", "Unhandled Rejection (",
        "Unhandled exception rendering component: ", "ERROR ", "Error: ", "[Error: ", "GraphQL error: ",
    ];

    // What stands before a cause: .NET writes "---> Type: message" into the text of the outer error, Java and React "Caused by: ", Node "[cause]: ".
    private static readonly string[] Markers = ["---> ", "Caused by: ", "[cause]: "];

    /// <summary>The error first, then its causes: those of the report, and those that only the stack's text names.</summary>
    public static List<ErrorSubject> Of(ErrorEvent errorEvent)
    {
        var subjects = new List<ErrorSubject>(4);
        Add(subjects, errorEvent.Type, errorEvent.Message);
        foreach (var cause in errorEvent.Causes)
            Add(subjects, cause.Type ?? string.Empty, cause.Message ?? string.Empty);
        AddInner(subjects, errorEvent.Message);
        if (errorEvent.Stack is { } stack)
            AddInner(subjects, stack);
        return subjects;
    }

    private static void Add(List<ErrorSubject> subjects, string type, string message)
    {
        if (subjects.Count >= MostSubjects)
            return;
        subjects.Add(new ErrorSubject(Name(type), message));
        if (Split(message) is { } split)
            subjects.Add(split);
    }

    private static void AddInner(List<ErrorSubject> subjects, string text)
    {
        foreach (var marker in Markers)
            AddInner(subjects, text, marker);
    }

    private static void AddInner(List<ErrorSubject> subjects, string text, string marker)
    {
        var rest = text.AsSpan();
        while (subjects.Count < MostSubjects && rest.IndexOf(marker, StringComparison.Ordinal) is >= 0 and var at)
        {
            rest = rest[(at + marker.Length)..];
            var end = rest.IndexOf('\n');
            var line = (end < 0 ? rest : rest[..end]).Trim();
            if (line.StartsWith("(Inner Exception", StringComparison.Ordinal) && line.IndexOf(") ", StringComparison.Ordinal) is >= 0 and var close)
                line = line[(close + 2)..];
            if (Split(line.ToString()) is { } inner)
                subjects.Add(inner);
        }
    }

    // "System.TimeoutException: too long" and "Uncaught TypeError: x is null" hold the type in the message.
    private static ErrorSubject? Split(string message)
    {
        var text = WithoutPrefixes(message.AsSpan().TrimStart());

        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        if (colon is <= 0 or > MostTypeChars)
            return null;
        var type = text[..colon].TrimEnd(')');
        if (type.IndexOf(" (", StringComparison.Ordinal) is > 0 and var code)
            type = type[..code];
        return IsTypeName(type) ? new ErrorSubject(Name(type.ToString()), text[(colon + 2)..].ToString()) : null;
    }

    private static ReadOnlySpan<char> WithoutPrefixes(ReadOnlySpan<char> text)
    {
        // Several stand in a row: "Error: Uncaught (in promise): TypeError: …".
        for (var before = 0; before != text.Length;)
        {
            before = text.Length;
            foreach (var prefix in Prefixes)
            {
                if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                    text = text[prefix.Length..];
            }
        }

        return text;
    }

    private static bool IsTypeName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '+' or '`' or '$'))
                return false;
        }

        return name.Contains('.') || name.EndsWith("Error", StringComparison.Ordinal) || name.EndsWith("Exception", StringComparison.Ordinal);
    }

    private static string Name(string type)
    {
        var generic = type.AsSpan().IndexOfAny('`', '<', '[');
        return generic < 0 ? type : type[..generic];
    }
}
