namespace ErrorTelemetry.Classifying;

/// <summary>The culprit frame in one line: <c>Shop.Cart.Total (Cart.cs:42)</c>.</summary>
internal static class CulpritText
{
    private const int MostChars = 160;

    public static string? Of(ErrorEvent errorEvent)
    {
        var text = errorEvent.CulpritFrame is { } frame ? Of(frame) : null;
        text = string.IsNullOrWhiteSpace(text) ? errorEvent.Culprit : text;
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return text.Length <= MostChars ? text : string.Concat(text.AsSpan(0, MostChars - 1 - (char.IsHighSurrogate(text[MostChars - 2]) ? 1 : 0)), "…");
    }

    private static string Of(ErrorFrame frame)
    {
        var name = frame.Module is { Length: > 0 } module && frame.Function is { } function && !function.StartsWith(module, StringComparison.Ordinal)
            ? $"{module}.{function}"
            : frame.Function ?? frame.Module;
        var file = frame.File is { Length: > 0 } path ? path[(path.LastIndexOfAny(['/', '\\']) + 1)..] : null;
        var place = file is null ? null : frame.Line is { } line ? $"{file}:{line}" : file;
        return (name, place) switch
        {
            (null, _) => place ?? string.Empty,
            (_, null) => name,
            _ => $"{name} ({place})",
        };
    }
}
