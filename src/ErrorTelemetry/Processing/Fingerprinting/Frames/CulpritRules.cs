namespace ErrorTelemetry.Processing.Fingerprinting.Frames;

/// <summary>Where the blame lies, and how it is said in one line.</summary>
internal static class CulpritRules
{
    /// <summary>Exceptions that only carry others: what they wrap is to blame.</summary>
    private static readonly string[] s_wrappers =
        ["System.AggregateException", "System.Reflection.TargetInvocationException", "System.TypeInitializationException", "AggregateError"];

    /// <summary>The topmost frame of the app's own, a cause's if the error has none; else the topmost that names a place.</summary>
    public static ErrorFrame? Find(string type, IReadOnlyList<ErrorFrame> frames, IReadOnlyList<AnalyzedCause> causes)
    {
        var culprit = Array.IndexOf(s_wrappers, type) >= 0 ? null : FirstInApp(frames);
        for (var i = 0; culprit is null && i < causes.Count; i++)
            culprit = FirstInApp(causes[i].Frames);
        culprit ??= FirstInApp(frames);
        for (var i = 0; culprit is null && i < frames.Count; i++)
        {
            if (frames[i].Function is not null || frames[i].File is not null)
                culprit = frames[i];
        }
        return culprit;
    }

    /// <summary><c>Shop.Cart.Total (Cart.cs)</c>, <c>checkout (app.js)</c>, <c>app.js</c>.</summary>
    public static string Describe(ErrorFrame frame)
    {
        var file = frame.File is null ? null : FileName(frame.File).ToString();
        var name = frame.Module is null ? frame.Function : frame.Function is null ? frame.Module : $"{frame.Module}.{frame.Function}".Replace("..", ".", StringComparison.Ordinal);
        if (name is null)
            return file ?? "?";
        return string.IsNullOrEmpty(file) ? name : $"{name} ({file})";
    }

    /// <summary>Type and first line of the message, cut to <see cref="ErrorLimits.TitleChars"/>.</summary>
    public static string Title(string type, string message)
    {
        var line = message.AsSpan().TrimStart();
        var end = line.IndexOfAny('\r', '\n');
        if (end >= 0)
            line = line[..end];
        line = line.TrimEnd();
        var title = line.IsEmpty ? type : $"{type}: {line}";
        if (title.Length <= ErrorLimits.TitleChars)
            return title;
        var cut = ErrorLimits.TitleChars - 1;
        if (char.IsHighSurrogate(title[cut - 1]))
            cut--;
        return string.Concat(title.AsSpan(0, cut), "…");
    }

    private static ErrorFrame? FirstInApp(IReadOnlyList<ErrorFrame> frames)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            if (frames[i].InApp)
                return frames[i];
        }
        return null;
    }

    private static ReadOnlySpan<char> FileName(ReadOnlySpan<char> file)
    {
        if (file.StartsWith("blob:", StringComparison.Ordinal))
            return "blob";
        var query = file.IndexOfAny('?', '#');
        if (query > 0)
            file = file[..query];
        file = file.TrimEnd('/');
        return file[(file.LastIndexOfAny('/', '\\') + 1)..];
    }
}
