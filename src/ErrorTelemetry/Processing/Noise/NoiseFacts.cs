using System.Buffers;

namespace ErrorTelemetry.Processing.Noise;

/// <summary>What the rules ask of a report: read once, used by all.</summary>
internal sealed class NoiseFacts
{
    private const int MaxMessageChars = 2_000;

    private static readonly SearchValues<string> ExtensionMarks = SearchValues.Create(["extension://", "chrome://", "resource://", "user-script:", "kaspersky-labs.com"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] ExtensionSchemes =
        ["chrome-extension://", "moz-extension://", "safari-extension://", "safari-web-extension://", "ms-browser-extension://", "edge-extension://", "opera-extension://", "extension://", "chrome://", "resource://", "user-script:"];

    private static readonly string[] ScriptEndings = [".js", ".mjs", ".cjs", ".jsx", ".ts", ".tsx", ".vue", ".svelte", ".wasm", ".razor", ".cs"];

    private readonly int _messageStart;
    private readonly int _messageLength;
    private readonly string _type;
    private Range _crashFrame;
    private bool _crashFrameKnown;

    public NoiseFacts(ErrorReport report)
    {
        Report = report;
        _type = report.Type ?? string.Empty;
        (_messageStart, _messageLength) = Trim(report.Message, ref _type);
    }

    public ErrorReport Report { get; }

    /// <summary>The message without blanks around it and without the type and <c>Uncaught</c> before it.</summary>
    public ReadOnlySpan<char> Message => Report.Message.AsSpan(_messageStart, _messageLength);

    /// <summary>The last part of the type's name; the message's own where the report has none.</summary>
    public ReadOnlySpan<char> TypeName => _type.AsSpan(_type.LastIndexOf('.') + 1);

    public string FullType => _type;

    public string UserAgent => Report.UserAgent ?? string.Empty;

    /// <summary>Whether this process caught it itself: then it is an error, whoever asked.</summary>
    public bool IsServerError => Report.Mechanism is { } mechanism && ErrorMechanisms.ServerOnly.Contains(mechanism);

    /// <summary>The line of the frame that crashed, or empty where the stack has none.</summary>
    public ReadOnlySpan<char> CrashFrame
    {
        get
        {
            if (!_crashFrameKnown)
                (_crashFrame, _crashFrameKnown) = (StackHead.CrashFrame(Report.Stack), true);
            return Report.Stack.AsSpan()[_crashFrame];
        }
    }

    public bool HasStack => !CrashFrame.IsEmpty;

    /// <summary>Whether the frame that crashed lies in a browser's extension, or in what a virus scanner puts into pages.</summary>
    public bool CrashedInExtension => StackHead.Head(Report.Stack).ContainsAny(ExtensionMarks) && IsExtension(CrashFrame);

    /// <summary>
    /// Whether a script file of the page crashed: then the error may be the app's, whatever its text. What apps inject into a page has the page's own address.
    /// </summary>
    public bool CrashedInScript
    {
        get
        {
            var frame = CrashFrame;
            if (IsExtension(frame) || frame.Contains("webkit-masked-url", StringComparison.Ordinal))
                return false;
            foreach (var ending in ScriptEndings)
            {
                if (frame.IndexOf(ending, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && (at + ending.Length == frame.Length || !char.IsAsciiLetterOrDigit(frame[at + ending.Length])))
                    return true;
            }

            return false;
        }
    }

    public bool IsType(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (TypeName.Equals(name, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    public bool MessageIs(params ReadOnlySpan<string> texts)
    {
        var message = Message.TrimEnd(". ");
        foreach (var text in texts)
        {
            if (message.Equals(text, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    public bool MessageHas(params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (Message.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    public bool HasTag(string name, string value) =>
        Report.Tags.TryGetValue(name, out var found) && string.Equals(found, value, StringComparison.OrdinalIgnoreCase);

    private static bool IsExtension(ReadOnlySpan<char> frame)
    {
        foreach (var scheme in ExtensionSchemes)
        {
            var at = frame.IndexOf(scheme, StringComparison.OrdinalIgnoreCase);
            if (at == 0 || (at > 0 && (frame[at - 1] is '(' or ' ' or '@' || frame[..at].EndsWith("blob:", StringComparison.Ordinal))))
                return true;
        }

        return frame.Contains(".kaspersky-labs.com/", StringComparison.OrdinalIgnoreCase);
    }

    private static (int Start, int Length) Trim(string message, ref string type)
    {
        var all = message.AsSpan(0, Math.Min(message.Length, MaxMessageChars));
        var text = all.TrimStart();
        text = After(text, "Unhandled Promise Rejection: ");
        text = After(text, "Uncaught ");
        text = After(text, "(in promise) ");
        text = After(text, "(in promise: ");
        if (type.Length > 0 && text.StartsWith(type) && text[type.Length..].StartsWith(": "))
            text = text[(type.Length + 2)..];
        else if (type is "" or "Error" or "DOMException" or "UnhandledRejection" && text.IndexOf(": ") is > 0 and < 128 and var colon && IsTypeName(text[..colon]))
        {
            type = text[..colon].ToString();
            text = text[(colon + 2)..];
        }

        return (all.Length - text.Length, text.TrimEnd().Length);
    }

    private static bool IsTypeName(ReadOnlySpan<char> text) =>
        (text.EndsWith("Error") || text.EndsWith("Exception")) && !text.Contains(' ');

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, string prefix) => text.StartsWith(prefix) ? text[prefix.Length..] : text;
}
