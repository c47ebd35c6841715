namespace ErrorTelemetry.Processing.Noise;

/// <summary>What the rules ask of a report: read once, used by all.</summary>
internal sealed class NoiseFacts
{
    private const int MaxMessageChars = 2_000;

    public NoiseFacts(ErrorReport report)
    {
        Report = report;
        Message = Trim(report.Message);
        Type = report.Type ?? string.Empty;
        UserAgent = report.UserAgent ?? string.Empty;
        CrashFrame = StackHead.CrashFrame(report.Stack);
    }

    public ErrorReport Report { get; }

    /// <summary>The message without blanks around it and without the type and <c>Uncaught</c> before it.</summary>
    public string Message { get; }

    public string Type { get; }

    public string UserAgent { get; }

    /// <summary>The line of the frame that crashed, or empty where the stack has none.</summary>
    public string CrashFrame { get; }

    public bool HasStack => CrashFrame.Length > 0;

    public bool IsType(string name) =>
        Type.Equals(name, StringComparison.Ordinal) || (Type.Length > name.Length && Type[^(name.Length + 1)] == '.' && Type.EndsWith(name, StringComparison.Ordinal));

    public bool MessageIs(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (Message.AsSpan().TrimEnd('.').Equals(text, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    public bool MessageHas(string text) => Message.Contains(text, StringComparison.OrdinalIgnoreCase);

    public bool Mechanism(params ReadOnlySpan<string> mechanisms)
    {
        foreach (var mechanism in mechanisms)
        {
            if (string.Equals(Report.Mechanism, mechanism, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private string Trim(string message)
    {
        var text = message.AsSpan(0, Math.Min(message.Length, MaxMessageChars)).Trim();
        if (text.StartsWith("Uncaught (in promise) ")) text = text["Uncaught (in promise) ".Length..];
        else if (text.StartsWith("Uncaught ")) text = text["Uncaught ".Length..];
        var type = Report.Type;
        if (!string.IsNullOrEmpty(type) && text.StartsWith(type) && text[type.Length..].StartsWith(": ")) text = text[(type.Length + 2)..];
        return text.ToString();
    }
}
