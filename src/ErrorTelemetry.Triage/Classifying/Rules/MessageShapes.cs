using System.Buffers;
using System.Collections.Frozen;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>Shapes that a phrase cannot say: a whole message, or a name before one.</summary>
internal static class MessageShapes
{
    private const int LongestSubject = 64;

    private static readonly string[] NotDefinedEndings = [" is not defined", "' is undefined", " ist nicht definiert", "' ist undefiniert"];

    private static readonly string[] CancelVerbs = [" was cancel", " has been cancel", " were cancel", " got cancel", " is cancel", " was abort", " has been abort"];

    private static readonly SearchValues<char> NoWordChars = SearchValues.Create(" '\"`.:([,");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Works = new[]
    {
        "operation", "request", "requests", "task", "tasks", "query", "statement", "call", "promise", "upload", "download", "fetch", "stream", "action", "export", "import", "execution", "process", "login", "sign-in", "navigation", "transition", "wait", "read", "write", "connection", "token", "response",
        "invocation", "command", "handshake", "render", "rendering", "animation", "prompt", "dialog", "popup", "drag", "job", "activity", "workflow", "run", "method", "function", "future", "lock", "acquisition", "enumeration", "iteration", "send", "receive", "RPC",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] ValueWords =
        ["must", "cannot", "can not", "can't", "may not", "should", "shall", "has to", "needs to", "setting", "value", "policy", "option", "parameter", "property", "field", "configuration", "duration must", "is required", "is invalid", "is not a", "is not valid", "is missing", "is too", "is out of", "is negative", "are not supported", "is not supported", "out of range", "below", "larger than", "greater than", "less than"];

    private static readonly SearchValues<string> Unreachable = SearchValues.Create(
        [
            "could not connect", "couldn't connect", "cannot connect", "can't connect", "failed to connect", "unable to connect", "not connect to", "timed out", "timeout", "refused", "ECONNRE", "ETIMEDOUT", "ENOTFOUND", "EHOSTUNREACH", "connection failed", " failed - ", "reset by", "was reset", "was closed", "closed unexpectedly",
            "lost connection", "connection lost", "connection was lost", "dropped", "terminated", "unknown host", "host is unknown", "unreachable", "not reachable", "no route to host", "while connecting", "error connecting", "connection error",
        ], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NoNameChars = SearchValues.Create(" ():,;");

    /// <summary>The message without <c>Uncaught</c>, its type and the blanks and stops around it.</summary>
    public static ReadOnlySpan<char> Bare(string message)
    {
        var text = message.AsSpan().Trim();
        if (text.StartsWith("Uncaught "))
            text = text["Uncaught ".Length..];
        if (text.IndexOf(": ", StringComparison.Ordinal) is > 0 and < 64 and var colon && text[..colon].EndsWith("Error", StringComparison.Ordinal) && !text[..colon].Contains(' '))
            text = text[(colon + 2)..];
        return text.TrimEnd(". 。");
    }

    /// <summary>The name that an engine says is not defined; empty where it says something else.</summary>
    public static ReadOnlySpan<char> UndefinedName(string message)
    {
        var text = Bare(message);
        if (text.StartsWith("Can't find variable: "))
            return text["Can't find variable: ".Length..];
        foreach (var ending in NotDefinedEndings)
        {
            if (text.EndsWith(ending, StringComparison.Ordinal))
                return IsName(text[..^ending.Length].Trim("'\"")) ? text[..^ending.Length].Trim("'\"") : default;
        }

        return default;
    }

    /// <summary>Whether the message says <c>No … found</c>, whatever is looked for.</summary>
    public static bool SaysNothingFound(string message) =>
        Bare(message) is var text && text.StartsWith("No ") && text[..Math.Min(text.Length, LongestSubject)].Contains(" found", StringComparison.Ordinal);

    /// <summary>Whether the message begins with <c>Invalid</c>, whatever is.</summary>
    public static bool SaysInvalid(string message) => Bare(message).StartsWith("Invalid ");

    /// <summary>Whether the message says that work was broken off (<c>The upload was canceled</c>), and not that an order, a booking or a meeting was, which is the app's own matter.</summary>
    public static bool SaysWorkCancelled(string message)
    {
        foreach (var verb in CancelVerbs)
        {
            for (var at = message.IndexOf(verb, StringComparison.OrdinalIgnoreCase); at > 0; at = message.IndexOf(verb, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var before = message.AsSpan(0, at);
                if (Works.Contains(before[(before.LastIndexOfAny(NoWordChars) + 1)..]))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the sentence is about the value that the word names: <c>timeout must be positive</c>, <c>the timeout policy 'slow'</c>.</summary>
    public static bool SaysValue(string message, string word)
    {
        if (message.IndexOf(word, StringComparison.OrdinalIgnoreCase) is not (>= 0 and var at))
            return false;
        var rest = message.AsSpan(at + word.Length);
        rest = (rest.StartsWith("s ", StringComparison.Ordinal) ? rest[2..] : rest).TrimStart();
        foreach (var next in ValueWords)
        {
            if (rest.StartsWith(next, StringComparison.OrdinalIgnoreCase) && (rest.Length == next.Length || !char.IsAsciiLetter(rest[next.Length])))
                return true;
        }

        return false;
    }

    /// <summary>Whether the message says that a connection was not made or broke, of whatever server.</summary>
    public static bool SaysUnreachable(string message) =>
        (message.Contains("onnect", StringComparison.Ordinal) || message.Contains(" host", StringComparison.Ordinal)) && message.AsSpan().ContainsAny(Unreachable);

    /// <summary>The global that a script calls although it is no function: <c>fbq</c>, <c>window.Intercom</c>; empty for members, which may be the app's.</summary>
    public static ReadOnlySpan<char> CalledGlobal(string message)
    {
        var text = Bare(message);
        if (!text.EndsWith(" is not a function", StringComparison.Ordinal))
            return default;
        text = text[..^" is not a function".Length];
        return text.StartsWith("window.", StringComparison.Ordinal) ? text["window.".Length..] : text;
    }

    /// <summary>Whether the message is a script's expression and no more before the phrase: <c>cart.items[0] is undefined</c>, and no sentence.</summary>
    public static bool IsExpressionBefore(string message, string phrase)
    {
        var text = Bare(message);
        var at = text.IndexOf(phrase, StringComparison.Ordinal);
        return at > 0 && at < 256 && (at + phrase.Length == text.Length || text[at + phrase.Length] is ';' or ',') && IsExpression(text[..at]);
    }

    private static bool IsName(ReadOnlySpan<char> text) => text.Length is > 0 and < 128 && !text.ContainsAny(NoNameChars);

    private static bool IsExpression(ReadOnlySpan<char> text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;
            if (c == ' ' && depth == 0)
                return false;
        }

        return true;
    }
}
