using System.Buffers;

namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>The line before the frames: <c>Ns.TypeException: message</c>, <c>TypeError: message</c>, and what tools put before it.</summary>
internal static class ErrorHeader
{
    private const int LongestType = 512;

    /// <summary>What runtimes and loggers put before the type.</summary>
    private static readonly string[] s_prefixes =
    [
        "Uncaught (in promise) ", "Uncaught ", "Unhandled Promise Rejection: ", "Unhandled promise rejection: ", "Unhandled Rejection (", "Unhandled exception. ",
        "Unhandled Exception: ", "Unhandled exception: ", "Unhandled exception rendering component: ", "Unhandled Exception:", "unhandledrejection: ",
        "Unbehandelte Ausnahme: ", "Exception non gérée : ", "Exception non gérée\u00a0: ", "Excepción no controlada: ", "Eccezione non gestita: ", "Exceção Sem Tratamento: ", "Exceção sem tratamento: ", "Необработанное исключение: ", "Wyjątek nieobsłużony: ",
        "Nieobsługiwany wyjątek: ", "Neošetřená výjimka: ", "İşlenmeyen Özel Durum: ", "未经处理的异常:  ", "未经处理的异常: ", "未处理的异常: ", "未處理的例外狀況: ", "ハンドルされていない例外: ", "처리되지 않은 예외: ", "Onverwerkte uitzondering: ",
        "Exception Info: ", "Caused by: ", "[cause]: ", "ManagedError: ", "Error: Uncaught (in promise): ",
    ];

    private static readonly SearchValues<char> s_typeChars =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.+`$[]<>,");

    /// <summary>Reads type and start of the message from a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="type">The type as it stands there.</param>
    /// <param name="message">The index in the line at which the message starts.</param>
    /// <param name="strict">Whether the type must look like an exception's (dotted, or ending in Exception or Error).</param>
    public static bool TryParse(ReadOnlySpan<char> line, out ReadOnlySpan<char> type, out int message, bool strict)
    {
        var offset = line.Length - line.TrimStart().Length;
        offset += PrefixLength(line[offset..]);
        var text = line[offset..];
        // A script error that carries a managed one: "Error: System.InvalidOperationException: …".
        if (text.StartsWith("Error: ", StringComparison.Ordinal) && TryType(text["Error: ".Length..], out var inner, out var innerMessage) && IsManaged(inner))
        {
            type = inner;
            message = offset + "Error: ".Length + innerMessage;
            return true;
        }
        if (TryType(text, out type, out message) && (!strict || IsError(type)))
        {
            message += offset;
            return true;
        }
        type = default;
        message = 0;
        return false;
    }

    /// <summary>The head of .NET Framework's error page, and of an error that Node prints without its stack: <c>[NullReferenceException: message]</c>.</summary>
    public static bool TryParseBracketed(ReadOnlySpan<char> line, out ReadOnlySpan<char> type, out int message)
    {
        type = default;
        message = 0;
        var text = line.Trim();
        if (text is not ['[', .., ']'] || !TryParse(text[1..^1], out type, out message, strict: true))
            return false;
        message += line.Length - line.TrimStart().Length + 1;
        return true;
    }

    /// <summary>How many characters at the start of a message only say that nobody caught it.</summary>
    public static int PrefixLength(ReadOnlySpan<char> text)
    {
        foreach (var prefix in s_prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal))
                return prefix.Length;
        }
        return 0;
    }

    /// <summary>Whether a type is a .NET exception's full name.</summary>
    public static bool IsManaged(ReadOnlySpan<char> type) =>
        type.Contains('.') && (type.Contains("Exception", StringComparison.Ordinal) || type.Contains("Error", StringComparison.Ordinal) || type.Count('.') > 1);

    /// <summary>Whether a type reads like an error's; <c>crit</c> of a logged line does not.</summary>
    public static bool IsError(ReadOnlySpan<char> type) => IsManaged(type) || IsErrorName(type);

    private static bool IsErrorName(ReadOnlySpan<char> type) =>
        type.EndsWith("Error", StringComparison.Ordinal) || type.EndsWith("Exception", StringComparison.Ordinal);

    private static bool TryType(ReadOnlySpan<char> text, out ReadOnlySpan<char> type, out int message)
    {
        type = default;
        message = 0;
        if (text.IsEmpty || !(char.IsLetter(text[0]) || text[0] is '_' or '$'))
            return false;
        var end = text.IndexOfAnyExcept(s_typeChars);
        if (end < 0)
            end = text.Length;
        if (end > LongestType)
            return false;
        type = text[..end];
        var rest = text[end..];
        // ExternalException prints its code: "System.ComponentModel.Win32Exception (5): Access is denied".
        if (rest.StartsWith(" (", StringComparison.Ordinal) && rest.IndexOf(')') is > 0 and < 20 and var close && rest[(close + 1)..].StartsWith(":", StringComparison.Ordinal))
        {
            end += close + 1;
            rest = rest[(close + 1)..];
        }
        if (rest.IsEmpty)
        {
            message = end;
            // A host (dogs.example.net) has as many dots as a type, but no capital behind the last.
            return IsErrorName(type) || (IsManaged(type) && type[(type.LastIndexOf('.') + 1)..].IndexOfAnyInRange('A', 'Z') == 0);
        }
        if (rest[0] != ':' || (rest.Length > 1 && rest[1] != ' '))
            return false;
        // "Backtrace:" heads a list, it names no type.
        if (rest.Length == 1 && !IsError(type))
            return false;
        message = end + Math.Min(2, rest.Length);
        return !type.EndsWith(".", StringComparison.Ordinal);
    }
}
